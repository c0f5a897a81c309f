// Callback[] → begin, epochs, end: whoever has begun is told of the end, and everything is given back

import { expect } from 'chai';
import { loops } from '../../src/tensor/loops';
import { createRng } from '../../src/tensor/random';
import type { Callback } from '../../src/training/callback';
import { EarlyStopping } from '../../src/training/early-stopping';
import { fit } from '../../src/training/fit';
import { moons, smallModel } from '../support/examples';
import { expectLesson } from '../support/errors';

const { train, validation } = moons();
const rng = createRng(11);

/** Notes what it is told of; `at` is where it throws. */
function spy(calls: string[], name: string, at?: 'begin' | 'epoch' | 'end'): Callback {
  const hook = (what: 'begin' | 'epoch' | 'end') => {
    calls.push(`${name} ${what}`);
    if (what === at) throw new Error(`${name} failed at its ${what}`);
  };
  return { onTrainBegin: () => hook('begin'), onEpochEnd: () => hook('epoch'), onTrainEnd: () => hook('end') };
}

/** Where the next array of the compiled loops would be: the same as before when everything was given back. */
function room(): number | undefined {
  const probe = loops.current.heap?.allocate(1);
  if (probe) loops.current.heap?.release(probe);
  return probe?.byteOffset;
}

/** A run that fails: the error, what was heard, and whether memory and model are free again. */
async function failing(callbacks: (calls: string[]) => Callback[]) {
  const calls: string[] = [];
  const observer = { start: () => void calls.push('observer start'), end: () => void calls.push('observer end') };
  const model = smallModel(train);
  const homes = model.parameters.map(({ value }) => value.data);
  const before = room();
  const error = await fit(model, train, { epochs: 2, rng, callbacks: callbacks(calls), observer }).catch((e) => e);
  expect(room()).to.equal(before);
  model.parameters.forEach(({ value }, i) => expect(value.data).to.equal(homes[i]));
  expect((await fit(model, train, { epochs: 1, rng })).stopReason).to.equal('completed');
  return { message: (error as Error).message, calls };
}

describe('the callbacks of fit', () => {
  it('end when they have begun, and only then, when the beginning of one fails', async () => {
    const { message, calls } = await failing((calls) => [spy(calls, 'a'), spy(calls, 'b', 'begin'), spy(calls, 'c')]);
    expect(message).to.equal('b failed at its begin');
    expect(calls).to.deep.equal(['a begin', 'b begin', 'a end']); // and the observer, who saw no start, sees no end
  });

  it('all end when one fails at an epoch or at its end', async () => {
    for (const at of ['epoch', 'end'] as const) {
      const { message, calls } = await failing((calls) => [spy(calls, 'a', at), spy(calls, 'b')]);
      expect(message).to.equal(`a failed at its ${at}`);
      expect(calls.slice(0, 3)).to.deep.equal(['a begin', 'b begin', 'observer start']);
      expect(calls.slice(-3)).to.deep.equal(['a end', 'b end', 'observer end']);
    }
  });

  it('are awaited, each before the next: at the beginning, after an epoch, and at the end', async () => {
    const calls: string[] = [];
    const slow = (name: string): Callback => {
      const hook = async (what: string) => {
        calls.push(`${name} ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        calls.push(`${name} ${what} done`);
      };
      return { onTrainBegin: () => hook('begin'), onEpochEnd: () => hook('epoch'), onTrainEnd: () => hook('end') };
    };
    await fit(smallModel(train), train, { epochs: 1, rng, callbacks: [slow('a'), slow('b')] });
    const pairs = ['begin', 'epoch', 'end'].flatMap((what) => ['a', 'b'].map((name) => `${name} ${what}`));
    expect(calls).to.deep.equal(pairs.flatMap((call) => [call, `${call} done`]));
  });

  it('cannot train the same model at their beginning or at their end', async () => {
    for (const hook of ['onTrainBegin', 'onTrainEnd'] as const) {
      const model = smallModel(train);
      const again: Callback = { [hook]: () => fit(model, train, { epochs: 1, rng }) };
      await expectLesson(
        () => fit(model, train, { epochs: 1, rng, callbacks: [again] }),
        'OptionError',
        'one fit at a time',
      );
    }
  });

  it('an EarlyStopping is free again after a run that failed, at the beginning of another callback too', async () => {
    const stopping = new EarlyStopping();
    for (const at of ['begin', 'epoch', 'end'] as const) {
      const run = fit(smallModel(train), train, {
        validation,
        epochs: 1,
        rng,
        callbacks: [stopping, spy([], 'b', at)],
      });
      expect((await run.catch((e) => e)).message).to.equal(`b failed at its ${at}`);
    }
    await fit(smallModel(train), train, { validation, epochs: 1, rng, callbacks: [stopping] });
    expect(stopping.bestEpoch).to.equal(1);
  });
});
