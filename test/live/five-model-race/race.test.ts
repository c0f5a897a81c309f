// the race of five models: its runs have the bits of trainRecipe, side by side and through pauses

import { expect } from 'chai';
import { Gate } from '../../../live/kit/pause-gate';
import { noisyMoons } from '../../../src/course/noisy-moons';
import { race } from '../../../live/five-model-race/race';
import type { Finish } from '../../../live/five-model-race/race-plan';
import { fiveModels } from '../../../src/course/five-models';
import { Turns } from '../../../live/five-model-race/take-turns';
import { trainRecipe } from '../../../src/experiments/train-recipe';

const options = { seed: 7, noise: 0.3, epochs: 3 };

describe('the race of the live figure five-model-race', function () {
  this.timeout(30_000);
  const data = noisyMoons(options.seed, options);

  it('is run on 1280 examples, chosen on 320 and tested on 400 others', () => {
    expect([data.train, data.validation, data.test].map(({ y }) => y.length)).to.deep.equal([1280, 320, 400]);
    expect(data.train.x.shape[1]).to.equal(20);
  });

  it('lets its models train in turns, an epoch each, and gives each the finish it has alone', async () => {
    const order: string[] = [];
    const finishes: Finish[] = [];
    const spectator = {
      begin() {},
      progress() {},
      epoch: (model: number, { epoch }: { epoch: number }) => void order.push(`${model}:${epoch}`) as undefined,
      finish: (model: number, finish: Finish) => void (finishes[model] = finish),
    };
    await race(options, [0, 3, 4], data, spectator);
    expect(order).to.deep.equal(['0:1', '3:1', '4:1', '0:2', '3:2', '4:2', '0:3', '3:3', '4:3']);
    for (const model of [0, 3, 4]) {
      const alone = await trainRecipe({ ...fiveModels[model], epochs: 3 }, data, options.seed, { test: true });
      expect(finishes[model]).to.deep.equal({ epochs: 3, validation: alone.validation, test: alone.test });
    }
  });

  it('waits at a closed gate, and ends without a finish when it is called off', async () => {
    const gate = new Gate();
    const abort = new AbortController();
    const seen: number[] = [];
    const finished: number[] = [];
    const spectator = {
      begin() {},
      progress() {},
      epoch(_: number, { epoch }: { epoch: number }) {
        seen.push(epoch);
        if (epoch === 2) gate.open = false;
        return gate.passed;
      },
      finish: (model: number) => void finished.push(model),
    };
    const running = race({ ...options, epochs: 9 }, [0], data, spectator, abort.signal);
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(seen).to.deep.equal([1, 2]);
    abort.abort();
    gate.open = true;
    await running;
    expect([seen, finished]).to.deep.equal([[1, 2], []]);
  });
});

describe('Turns', () => {
  it('go to whoever has waited longest', async () => {
    const turns = new Turns();
    const order: string[] = [];
    await turns.take();
    const waiting = ['a', 'b'].map((name) => turns.take().then(() => order.push(name)));
    expect(order).to.deep.equal([]);
    turns.give();
    await waiting[0];
    expect(order).to.deep.equal(['a']);
    turns.give();
    await waiting[1];
    turns.give();
    await turns.take(); // free again
  });
});
