// how a run ends: completed, early-stopping, interrupted, or with DivergedError

import { expect } from 'chai';
import type { Dataset } from '../../src/data/dataset';
import { pick } from '../../src/data/rows';
import { Dense } from '../../src/layers/dense';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { SGD } from '../../src/optimizers/sgd';
import { loops } from '../../src/tensor/loops';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import type { Callback } from '../../src/training/callback';
import { DivergedError } from '../../src/training/diverged-error';
import { fit } from '../../src/training/fit';
import type { History } from '../../src/training/history';
import { moons, smallModel } from '../support/examples';
import { numbers } from '../support/tensors';

const data = moons();
const rng = createRng(11);

describe('a run of fit', () => {
  it("ends as 'completed' after all epochs", async () => {
    expect((await fit(smallModel(data.train), data.train, { epochs: 3, rng })).stopReason).to.equal('completed');
  });

  it("ends as 'early-stopping' after the epoch whose callback says stop", async () => {
    const stop: Callback = { onEpochEnd: ({ epoch }) => (epoch === 2 ? 'stop' : undefined) };
    const history = await fit(smallModel(data.train), data.train, { epochs: 9, rng, callbacks: [stop] });
    expect(history.stopReason).to.equal('early-stopping');
    expect(history.epochs).to.have.length(2);
  });

  it("resolves as 'interrupted' with the complete epochs when the signal aborts, and takes no step after it", async () => {
    const abort = new AbortController();
    const model = smallModel(data.train);
    const after: number[][][] = [];
    const callback: Callback = {
      onEpochEnd({ epoch }) {
        if (epoch < 3) return;
        abort.abort();
        after.push(model.getWeights().map(numbers));
      },
    };
    const history = await fit(model, data.train, {
      epochs: 50,
      batchSize: 7,
      rng,
      callbacks: [callback],
      signal: abort.signal,
    });
    expect(history.stopReason).to.equal('interrupted');
    expect(history.epochs).to.have.length(3);
    expect(model.getWeights().map(numbers)).to.deep.equal(after[0]);
    const [three, whole] = [
      history.epochs,
      (await fit(smallModel(data.train), data.train, { epochs: 5, batchSize: 7, rng })).epochs,
    ];
    expect(three).to.deep.equal(whole.slice(0, 3));
  });

  it('takes no step at all when the signal was aborted before', async () => {
    const model = smallModel(data.train);
    const before = model.getWeights().map(numbers);
    const history = await fit(model, data.train, { rng, signal: AbortSignal.abort() });
    expect(history).to.deep.equal({ epochs: [], stopReason: 'interrupted' });
    expect(model.getWeights().map(numbers)).to.deep.equal(before);
  });

  /** Stops a run by a timer that is set when the loss is computed for the third time on so many rows, 25 ms a time. */
  async function stopBySlowLoss(rows: number, options: { batchSize?: number; validation?: Dataset }) {
    const abort = new AbortController();
    let computed = 0;
    const slow = {
      ...softmaxCrossEntropy,
      value(...[prediction, target]: Parameters<typeof softmaxCrossEntropy.value>) {
        wait(25); // longer than a run goes on without a pause
        if (prediction.shape[0] === rows && ++computed === 3) setTimeout(() => abort.abort());
        return softmaxCrossEntropy.value(prediction, target);
      },
    };
    const model = smallModel(data.train);
    const history = await fit(model, data.train, { ...options, loss: slow, rng, signal: abort.signal });
    return { history, computed };
  }

  it('stops within the epoch, at the pause after an abort that comes from a timer', async () => {
    const { history, computed } = await stopBySlowLoss(5, { batchSize: 5 }); // 10 batches of 5, and one of 1
    expect(history).to.deep.equal({ epochs: [], stopReason: 'interrupted' });
    expect(computed).to.be.within(3, 5);
  });

  it('stops within an evaluation too, and leaves its epoch out', async () => {
    const validation = pick(data.train, new Int32Array(256 * 20));
    const { history, computed } = await stopBySlowLoss(256, { validation });
    expect(history).to.deep.equal({ epochs: [], stopReason: 'interrupted' });
    expect(computed).to.be.within(3, 5);
  });

  it('lets its observer stop it', async () => {
    let stop = () => {};
    const observer = {
      start: (run: { stop(): void }) => void (stop = run.stop),
      epoch: ({ epoch }: { epoch: number }) => epoch === 2 && stop(),
    };
    const history = await fit(smallModel(data.train), data.train, { epochs: 9, rng, observer });
    expect(history.stopReason).to.equal('interrupted');
    expect(history.epochs).to.have.length(2);
  });

  it('waits for the promise of a callback, and goes on with the same bits', async () => {
    let open = () => {};
    const seen: number[] = [];
    const gate: Callback = {
      onEpochEnd({ epoch }) {
        seen.push(epoch);
        return epoch === 2 ? new Promise((resolve) => (open = () => resolve())) : undefined;
      },
    };
    const training = fit(smallModel(data.train), data.train, { epochs: 4, rng, callbacks: [gate] });
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).to.deep.equal([1, 2]);
    open();
    const straight = await fit(smallModel(data.train), data.train, { epochs: 4, rng });
    expect(await training).to.deep.equal(straight);
  });

  it('calls callbacks in their order: all begin before the first epoch, each sees every epoch, all end', async () => {
    const calls: string[] = [];
    const spy = (name: string): Callback => ({
      onTrainBegin: (_, { hasValidation, classifies }) =>
        void calls.push(`${name} begin ${hasValidation} ${classifies}`),
      onEpochEnd: ({ epoch }) => void calls.push(`${name} ${epoch}`),
      onTrainEnd: (_, { stopReason, epochs }) => void calls.push(`${name} end ${stopReason} ${epochs.length}`),
    });
    await fit(smallModel(data.train), data.train, {
      epochs: 2,
      rng,
      callbacks: [spy('a'), spy('b')],
      validation: data.validation,
    });
    expect(calls).to.deep.equal([
      'a begin true true',
      'b begin true true',
      'a 1',
      'b 1',
      'a 2',
      'b 2',
      'a end completed 2',
      'b end completed 2',
    ]);
  });

  it('tells its observer of the start, of progress, of each epoch as it is logged, and of the end', async () => {
    const calls: string[] = [];
    const slow = {
      ...softmaxCrossEntropy,
      value: (...a: Parameters<typeof softmaxCrossEntropy.value>) => (wait(8), softmaxCrossEntropy.value(...a)),
    };
    const progress: number[][] = [];
    const history = await fit(smallModel(data.train), data.train, {
      epochs: 2,
      batchSize: 10,
      loss: slow,
      rng,
      observer: {
        start: ({ epochs, batches }) => void calls.push(`start ${epochs} × ${batches}`),
        progress: (epoch, batch, loss) => void progress.push([epoch, batch, loss]),
        epoch: (log) => void calls.push(`epoch ${log.epoch}`),
        end: ({ stopReason }) => void calls.push(`end ${stopReason}`),
      },
    });
    expect(calls).to.deep.equal(['start 2 × 6', 'epoch 1', 'epoch 2', 'end completed']);
    expect(progress).to.not.have.length(0);
    for (const [epoch, batch, loss] of progress) {
      expect([1, 2]).to.contain(epoch);
      expect(batch).to.be.within(1, 6);
      expect(loss).to.be.within(0.1, 5);
    }
    expect(history.epochs).to.have.length(2);
  });
});

describe('DivergedError', () => {
  /** A run whose first step overflows: the second batch sees it. */
  async function diverge(options = {}): Promise<DivergedError> {
    const model = new Sequential([new Dense(7), new ReLU(), new Dense(2)], { inputShape: [2], rng });
    try {
      await fit(model, data.train, {
        optimizer: new SGD({ learningRate: 1e300 }),
        batchSize: 17,
        epochs: 5,
        rng,
        ...options,
      });
    } catch (error) {
      expect(error).to.be.instanceOf(DivergedError);
      return error as DivergedError;
    }
    throw new Error('it did not diverge');
  }

  it('tells epoch, batch, layer and loss, and what to try', async () => {
    const error = await diverge();
    expect(error.name).to.equal('DivergedError');
    expect([error.epoch, error.batch]).to.deep.equal([1, 2]);
    expect(error.layer).to.match(/^layer \d \((dense|dense_1)\)$/);
    expect(Number.isFinite(error.loss)).to.equal(false);
    expect(error.message).to.match(
      /^fit: the loss must stay finite, received (NaN|Infinity) in epoch 1, batch 2, first seen at layer \d \(\w+\); try a learning rate/,
    );
  });

  it('names the first layer whose output is not finite', async () => {
    const poison = (layer: number): Callback => ({
      onEpochEnd: ({ epoch }, { layers }) => void (epoch === 2 && layers[layer].parameters[1].value.data.fill(NaN)),
    });
    const options = { optimizer: new SGD({ learningRate: 0.01 }) };
    expect((await diverge({ ...options, callbacks: [poison(0)] })).layer).to.equal('layer 1 (dense)');
    expect((await diverge({ ...options, callbacks: [poison(2)] })).layer).to.equal('layer 3 (dense_1)');
  });

  it('carries the history of the complete epochs', async () => {
    const poison: Callback = {
      onEpochEnd: ({ epoch }, model) => void (epoch === 3 && model.parameters[0].value.data.fill(Infinity)),
    };
    const error = await diverge({ optimizer: new SGD({ learningRate: 0.01 }), callbacks: [poison] });
    expect([error.epoch, error.batch]).to.deep.equal([4, 1]);
    expect(error.history.epochs.map(({ epoch }) => epoch)).to.deep.equal([1, 2, 3]);
    expect(error.history.stopReason).to.equal(undefined);
  });

  it('comes also when the last step of an epoch overflows', async () => {
    const error = await diverge({ batchSize: 1000, epochs: 1 });
    expect([error.epoch, error.batch]).to.deep.equal([1, 1]);
    const x = tensor([3, 1], [1, 2, 3]);
    const line = new Sequential([new Dense(1)], { inputShape: [1], rng });
    const run = fit(
      line,
      { x, y: x },
      { loss: meanSquaredError, optimizer: new SGD({ learningRate: 1e300 }), epochs: 1, rng },
    );
    expect(await run.catch((e: Error) => e)).to.be.instanceOf(DivergedError);
  });

  it('still tells callbacks and observer of the end, and gives the memory back', async () => {
    const calls: string[] = [];
    const room = () => {
      const probe = loops.current.heap?.allocate(1);
      if (probe) loops.current.heap?.release(probe);
      return probe?.byteOffset;
    };
    const before = room();
    await diverge({
      callbacks: [{ onTrainEnd: (_: unknown, { epochs }: History) => void calls.push(`callback ${epochs.length}`) }],
      observer: { end: () => void calls.push('observer') },
    });
    expect(calls).to.deep.equal(['callback 0', 'observer']);
    expect(room()).to.equal(before);
  });
});

/** Keeps the processor busy. */
function wait(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}
