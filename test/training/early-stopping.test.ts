// values, epoch by epoch → improved, wait or stop; and the weights that come back

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { Adam } from '../../src/optimizers/adam';
import { l2 } from '../../src/regularizers/l2';
import { createRng } from '../../src/tensor/random';
import type { Callback } from '../../src/training/callback';
import { EarlyStopping } from '../../src/training/early-stopping';
import type { EarlyStoppingOptions } from '../../src/training/early-stopping-options';
import { evaluate } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { expectLesson } from '../support/errors';
import { moons, smallModel } from '../support/examples';
import { numbers } from '../support/tensors';

/** What happens at each of these values, up to the stop. */
function outcomes(values: number[], options: EarlyStoppingOptions): string[] {
  const stopping = new EarlyStopping(options);
  const seen: string[] = [];
  for (const value of values) if (seen[seen.length - 1] !== 'stop') seen.push(stopping.update(value));
  return seen;
}

const [up, wait, stop] = ['improved', 'wait', 'stop'];

describe('EarlyStopping.update', () => {
  it('stops at the patience-th epoch without improvement', () => {
    expect(outcomes([3, 2, 2.5, 2.4, 2.3], { patience: 3 })).to.deep.equal([up, up, wait, wait, stop]);
    expect(outcomes([3, 2, 2.5, 2.4, 2.3], { patience: 2 })).to.deep.equal([up, up, wait, stop]);
  });

  it('with patience 0 stops like with patience 1: at the first epoch without improvement', () => {
    for (const patience of [0, 1]) expect(outcomes([3, 2, 2.5], { patience })).to.deep.equal([up, up, stop]);
  });

  it('begins to count anew at each improvement', () => {
    expect(outcomes([3, 4, 2, 4, 1, 4, 4], { patience: 2 })).to.deep.equal([up, wait, up, wait, up, wait, stop]);
  });

  it('does not take an equal value for an improvement', () => {
    expect(outcomes([3, 3, 3], { patience: 2 })).to.deep.equal([up, wait, stop]);
  });

  it('asks for more than minDelta, against the best and not against the last', () => {
    expect(outcomes([1, 0.75, 0.5, 0.25], { patience: 9, minDelta: 0.25 })).to.deep.equal([up, wait, up, wait]);
    expect(outcomes([1, 1.25, 1.5, 1.75], { patience: 9, minDelta: 0.25, mode: 'max' })).to.deep.equal([
      up,
      wait,
      up,
      wait,
    ]);
  });

  it('lets larger be better for accuracies, smaller for losses, and mode decide otherwise', () => {
    for (const monitor of ['accuracy', 'valAccuracy'] as const)
      expect(outcomes([0.5, 0.6, 0.4], { monitor })).to.deep.equal([up, up, wait]);
    for (const monitor of ['loss', 'valLoss'] as const)
      expect(outcomes([0.5, 0.6, 0.4], { monitor })).to.deep.equal([up, wait, up]);
    expect(outcomes([0.5, 0.6, 0.4], { monitor: 'valAccuracy', mode: 'min' })).to.deep.equal([up, wait, up]);
    expect(outcomes([0.5, 0.6, 0.4], { monitor: 'valLoss', mode: 'max' })).to.deep.equal([up, up, wait]);
  });

  it('goes on waiting below the best until the baseline is beaten too', () => {
    expect(outcomes([3, 2, 2.5], { patience: 3, baseline: 1 })).to.deep.equal([up, up, stop]);
    expect(outcomes([3, 0.5, 2.5, 2.5, 2.5], { patience: 3, baseline: 1 })).to.deep.equal([up, up, wait, wait, stop]);
  });

  it('does not look at the epochs before startFromEpoch', () => {
    const stopping = new EarlyStopping({ patience: 2, startFromEpoch: 2 });
    expect([0.1, 0.2, 3, 4, 5].map((value) => stopping.update(value))).to.deep.equal([wait, wait, up, wait, stop]);
    expect([stopping.bestEpoch, stopping.bestValue, stopping.stoppedEpoch]).to.deep.equal([3, 3, 5]);
  });

  it('never takes a NaN for an improvement, first or later', () => {
    expect(outcomes([NaN, 3, NaN, 2], { patience: 2 })).to.deep.equal([wait, up, wait, up]);
    expect(outcomes([NaN, NaN, NaN], { patience: 3 })).to.deep.equal([wait, wait, stop]);
    expect(outcomes([0.5, NaN, NaN], { patience: 2, monitor: 'valAccuracy' })).to.deep.equal([up, wait, stop]);
  });

  it('says where it stands', () => {
    const stopping = new EarlyStopping({ patience: 2 });
    expect([stopping.bestValue, stopping.bestEpoch, stopping.wait, stopping.stoppedEpoch]).to.deep.equal([
      undefined,
      0,
      0,
      0,
    ]);
    for (const value of [3, 2, 4]) stopping.update(value);
    expect([stopping.bestValue, stopping.bestEpoch, stopping.wait, stopping.stoppedEpoch]).to.deep.equal([2, 2, 1, 0]);
    stopping.update(4);
    expect([stopping.wait, stopping.stoppedEpoch]).to.deep.equal([2, 4]);
  });

  it('monitors valLoss with patience 5 and minDelta 0, and restores, unless told otherwise', () => {
    const { monitor, patience, minDelta, baseline, startFromEpoch, restoreBestWeights } = new EarlyStopping();
    expect([monitor, patience, minDelta, baseline, startFromEpoch, restoreBestWeights]).to.deep.equal([
      'valLoss',
      5,
      0,
      undefined,
      0,
      true,
    ]);
  });

  it('tells of options that cannot be', async () => {
    const wrong = (options: object, ...texts: string[]) =>
      expectLesson(() => new EarlyStopping(options), 'OptionError', 'EarlyStopping', ...texts);
    for (const n of [-1, 1.5, NaN]) {
      await wrong({ patience: n }, 'patience', String(n));
      await wrong({ startFromEpoch: n }, 'startFromEpoch', String(n));
    }
    for (const n of [-0.1, NaN]) await wrong({ minDelta: n }, 'minDelta', String(n));
    await wrong({ baseline: NaN }, 'baseline', 'NaN');
    await wrong({ monitor: 'val_loss' }, 'monitor', '"val_loss"', 'valLoss');
    await wrong({ mode: 'minimum' }, 'mode', '"minimum"');
    await wrong({ patiense: 3 }, 'patience, minDelta', 'received "patiense"', 'spelling');
  });
});

describe('EarlyStopping in fit', () => {
  const data = moons();
  const rng = createRng(11);

  /** A model in which everything changes while it trains: weights, and the moving statistics of BatchNorm. */
  const model = () =>
    new Sequential(
      [
        new Dense(20, { kernelRegularizer: l2(0.01) }),
        new BatchNorm({ momentum: 0.5 }),
        new ReLU(),
        new Dropout(0.2),
        new Dense(2),
      ],
      { inputShape: [2], rng },
    );

  /** Trains, keeping copies of all weights and buffers after each epoch. */
  async function train(options: EarlyStoppingOptions, epochs: number) {
    const stopping = new EarlyStopping(options);
    const kept: number[][][] = [];
    const keep: Callback = {
      onEpochEnd: (_, { layers }) =>
        void kept.push(
          layers.flatMap(({ parameters, buffers }) => [...parameters, ...buffers].map(({ value }) => numbers(value))),
        ),
    };
    const trained = model();
    const history = await fit(trained, data.train, {
      validation: data.validation,
      optimizer: new Adam({ learningRate: 0.05 }),
      epochs,
      batchSize: 16,
      rng,
      callbacks: [keep, stopping],
    });
    return { stopping, kept, history, trained, final: trained.getWeights().map(numbers) };
  }

  const bestOf = (values: number[]) => values.indexOf(Math.min(...values)) + 1;

  it('stops, and puts weights and moving statistics of the best epoch back', async () => {
    const { stopping, kept, history, trained, final } = await train({ patience: 4 }, 200);
    const losses = history.epochs.map(({ valLoss }) => valLoss!);
    expect(history.stopReason).to.equal('early-stopping');
    expect(stopping.bestEpoch).to.equal(bestOf(losses));
    expect(losses).to.have.length(stopping.bestEpoch + 4);
    expect(stopping.stoppedEpoch).to.equal(losses.length);
    expect(final).to.deep.equal(kept[stopping.bestEpoch - 1]);
    expect(final).to.not.deep.equal(kept[kept.length - 1]);
    expect(evaluate(trained, data.validation).loss).to.equal(stopping.bestValue);
  });

  it('puts them back also when the run ends before patience does', async () => {
    const { stopping, kept, history, final } = await train({ patience: 200 }, 40);
    expect(history.stopReason).to.equal('completed');
    expect(stopping.bestEpoch).to.be.below(40);
    expect(final).to.deep.equal(kept[stopping.bestEpoch - 1]);
  });

  it('leaves the last weights with restoreBestWeights: false', async () => {
    const { stopping, kept, final } = await train({ patience: 4, restoreBestWeights: false }, 200);
    expect(stopping.bestEpoch).to.be.below(kept.length);
    expect(final).to.deep.equal(kept[kept.length - 1]);
  });

  it('puts them back when the run is interrupted', async () => {
    const abort = new AbortController();
    const stopping = new EarlyStopping({ patience: 100 });
    const kept: number[][][] = [];
    const spoil: Callback = {
      onEpochEnd: (log, m) => {
        kept.push(m.getWeights().map(numbers));
        log.valLoss = log.epoch === 2 ? 0.1 : 1;
        if (log.epoch === 4) abort.abort();
      },
    };
    const trained = smallModel(data.train);
    const history = await fit(trained, data.train, {
      validation: data.validation,
      rng,
      callbacks: [spoil, stopping],
      signal: abort.signal,
    });
    expect(history.stopReason).to.equal('interrupted');
    expect(trained.getWeights().map(numbers)).to.deep.equal(kept[1]);
  });

  it('watches the data loss alone: a penalty that falls while the loss rises is no improvement', async () => {
    const stopping = new EarlyStopping({ monitor: 'loss', patience: 3 });
    const log = (epoch: number, loss: number, penalty: number) =>
      stopping.onEpochEnd({ epoch, loss, penalty }, smallModel(data.train));
    expect([log(1, 1, 9), log(2, 1.1, 1), log(3, 1.2, 0.5), log(4, 1.3, 0.1)]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      'stop',
    ]);
    expect([stopping.bestEpoch, stopping.bestValue]).to.deep.equal([1, 1]);
  });

  it('can be used for a second run: it begins anew', async () => {
    const stopping = new EarlyStopping({ patience: 2 });
    const run = async () => {
      const trained = smallModel(data.train);
      await fit(trained, data.train, { validation: data.validation, epochs: 3, rng, callbacks: [stopping] });
      return [stopping.bestEpoch, stopping.bestValue, stopping.wait, ...trained.getWeights().map(numbers)];
    };
    expect(await run()).to.deep.equal(await run());
  });

  it('watches one run at a time: a second one is told, and does not get the weights of the first', async () => {
    const stopping = new EarlyStopping({ patience: 2 });
    const [first, second] = [smallModel(data.train, 1), smallModel(data.train, 2)];
    const before = second.getWeights().map(numbers);
    const run = (m: Sequential) =>
      fit(m, data.train, { validation: data.validation, epochs: 3, rng, callbacks: [stopping] });
    const training = run(first);
    await expectLesson(
      () => run(second),
      'OptionError',
      'EarlyStopping',
      'one run at a time',
      'a new one for each run',
    );
    expect((await training).stopReason).to.equal('completed');
    expect(second.getWeights().map(numbers)).to.deep.equal(before);
    const alone = smallModel(data.train, 1);
    await fit(alone, data.train, {
      validation: data.validation,
      epochs: 3,
      rng,
      callbacks: [new EarlyStopping({ patience: 2 })],
    });
    expect(first.getWeights().map(numbers)).to.deep.equal(alone.getWeights().map(numbers));
    await run(second);
  });

  it('is free again when a run ended that could not tell it', async () => {
    const stopping = new EarlyStopping({ patience: 2 });
    const wrapped = {
      onTrainBegin: (m: Sequential, info: { hasValidation: boolean; classifies: boolean }) => {
        stopping.onTrainBegin(m, info);
        throw new Error('mine');
      },
    };
    const run = (callbacks: Callback[]) =>
      fit(smallModel(data.train), data.train, { validation: data.validation, epochs: 1, rng, callbacks });
    expect(await run([wrapped]).catch((error) => error.message)).to.equal('mine');
    expect((await run([stopping])).epochs).to.have.length(1);
  });

  it('tells when the monitored number is missing in an epoch', async () => {
    const m = smallModel(data.train);
    await expectLesson(
      () => new EarlyStopping().onEpochEnd({ epoch: 3, loss: 1, penalty: 0 }, m),
      'OptionError',
      'valLoss',
      'epoch 3',
    );
  });
});
