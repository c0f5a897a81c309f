// a run, recorded once → every patience and minDelta that is asked of it

import { expect } from 'chai';
import { epochs, type LongRunEpoch } from '../../../live/early-stopping/long-run-plan';
import { longRun } from '../../../live/early-stopping/long-run';
import { replay } from '../../../live/early-stopping/replay';
import { EarlyStopping } from '../../../src/training/early-stopping';

async function record(callbacks: EarlyStopping[] = []): Promise<LongRunEpoch[]> {
  const recorded: LongRunEpoch[] = [];
  await longRun(3, (epoch) => void recorded.push(epoch), undefined, callbacks);
  return recorded;
}

describe('the long run of the live figure early-stopping', () => {
  let whole: LongRunEpoch[];
  before(async function () {
    this.timeout(30_000);
    whole = await record();
  });

  it('overfits: the validation loss ends above its lowest value while the training loss goes on falling', () => {
    expect(whole).to.have.length(epochs);
    const losses = whole.map(({ valLoss }) => valLoss!);
    expect(losses[epochs - 1]).to.be.above(1.1 * Math.min(...losses));
    expect(whole[epochs - 1].loss).to.be.below(0.8 * whole[losses.indexOf(Math.min(...losses))].loss);
  });

  for (const options of [
    { patience: 2, minDelta: 0 },
    { patience: 4, minDelta: 0.01 },
  ]) {
    it(`replayed with ${JSON.stringify(options)} stops and keeps as training with EarlyStopping does`, async function () {
      this.timeout(30_000);
      const stopping = new EarlyStopping(options);
      const stopped = await record([stopping]);
      const replayed = replay(
        whole.map(({ valLoss }) => valLoss!),
        options,
      );
      expect(stopped).to.deep.equal(whole.slice(0, stopped.length));
      expect(replayed.stopped).to.equal(stopping.stoppedEpoch).and.to.equal(stopped.length).and.to.be.below(epochs);
      expect(replayed.kept).to.equal(stopping.bestEpoch);
      expect(replayed.waits).to.have.length(stopped.length);
      expect(replayed.waits[stopped.length - 1]).to.equal(options.patience);
    });
  }

  it('never stops when the patience is longer than the rest of the run', () => {
    const { stopped, waits } = replay([3, 2, 2.5, 2.6], { patience: 5, minDelta: 0 });
    expect([stopped, waits]).to.deep.equal([0, [0, 0, 1, 2]]);
  });
});
