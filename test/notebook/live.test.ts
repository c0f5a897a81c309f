// fit and trainAll in a cell → a live output, the stop button, and what remains

import { expect } from 'chai';
import { progressPanel } from '../../src/notebook/progress-panel';
import { runsPanel } from '../../src/notebook/runs-panel';
import { createRng } from '../../src/tensor/random';
import { fit } from '../../src/training/fit';
import type { FitOptions } from '../../src/training/fit-options';
import type { TrainAllProgress } from '../../src/experiments/runs-observer';
import { trainAll } from '../../src/experiments/train-all';
import { setWorkerPool, workerPool } from '../../src/experiments/worker-protocol';
import { inCell } from '../support/cell';
import { moons, smallModel } from '../support/examples';

const data = moons();
const train = (options: Partial<FitOptions> = {}) =>
  fit(smallModel(data.train), data.train, {
    validation: data.validation,
    epochs: 3,
    rng: createRng(1),
    observer: progressPanel(),
    ...options,
  });
const pressStop = () => process.emit('SIGINT', 'SIGINT');
const times = /\d\s*(s|ms|seconds?)\b|\d:\d\d/;

describe('the panel of fit', () => {
  it('puts up one output, and leaves a line of Markdown without times in it', async () => {
    const sent = await inCell(() => train());
    const [first, ...updates] = sent;
    expect(first.update).to.equal(false);
    expect(first.data).to.have.property('text/html').that.contains('epoch 1 of 3');
    expect(updates.every(({ update, id }) => update && id === first.id)).to.equal(true);
    const { data: last } = sent[sent.length - 1];
    expect(Object.keys(last)).to.deep.equal(['text/markdown', 'text/plain']);
    expect(last['text/markdown']).to.match(
      /^3 epochs: loss \d\.\d{3}, validation loss \d\.\d{3}.*, validation accuracy [\d.]+ %$/,
    );
    expect(last['text/markdown']).not.to.match(times);
  });

  it('leaves the same in every run', async () => {
    const remains = async () => (await inCell(() => train())).pop()?.data;
    expect(await remains()).to.deep.equal(await remains());
  });

  it('moves at most every 100 ms', async () => {
    const start = performance.now();
    const longEnough = { onEpochEnd: () => (performance.now() - start > 450 ? ('stop' as const) : undefined) };
    const { length } = await inCell(() => train({ epochs: 1e6, callbacks: [longEnough] }));
    expect(length).to.be.at.least(3);
    expect(length - 2).to.be.at.most((performance.now() - start) / 100);
  });

  it('draws without scripts or styles of the page: an untrusted notebook shows it', async () => {
    for (const { data: shown } of await inCell(() => train({ epochs: 200 }))) {
      expect(shown['text/html'] ?? '').not.to.match(/<script|<style|on\w+=|javascript:/i);
    }
  });

  it('lets the stop button end the run with its partial history, and gives the button back', async () => {
    await inCell(async (sent) => {
      const kernels = process.listeners('SIGINT');
      setTimeout(pressStop, 150);
      const { epochs, stopReason } = await train({ epochs: 1e6 });
      expect(stopReason).to.equal('interrupted');
      expect(epochs).to.have.length.above(0);
      expect(sent[sent.length - 1].data['text/markdown']).to.contain(
        `interrupted after ${epochs.length} of 1000000 epochs`,
      );
      expect(process.listeners('SIGINT')).to.deep.equal(kernels);
      expect(pressStop).to.throw('the kernel failed the cell');
    });
  });

  it('ends two runs that go on side by side with one press', async () => {
    await inCell(async () => {
      const kernels = process.listeners('SIGINT');
      setTimeout(pressStop, 100);
      const ended = await Promise.all([train({ epochs: 1e6 }), train({ epochs: 1e6 })]);
      expect(ended.map(({ stopReason }) => stopReason)).to.deep.equal(['interrupted', 'interrupted']);
      expect(process.listeners('SIGINT')).to.deep.equal(kernels);
    });
  });

  it('tells of a run that fails, and gives the stop button back', async () => {
    await inCell(async (sent) => {
      const kernels = process.listeners('SIGINT');
      const failing = {
        onEpochEnd: () => {
          throw new Error('my callback');
        },
      };
      expect(await train({ callbacks: [failing] }).catch((error: Error) => error.message)).to.equal('my callback');
      expect(sent[sent.length - 1].data['text/markdown']).to.match(/^failed after 1 of 3 epochs/);
      expect(process.listeners('SIGINT')).to.deep.equal(kernels);
    });
  });
});

describe('the panel of trainAll', () => {
  const pool = workerPool();
  before(() => setWorkerPool(undefined));
  after(() => setWorkerPool(pool));
  const recipes = [
    { name: 'A <b>', hidden: [3], epochs: 2 },
    { name: 'B', hidden: [3], epochs: 2 },
  ];

  it('tells recipes apart whose names hold commas', async () => {
    const named = recipes.map((recipe, i) => ({ ...recipe, name: `L2, ${i}` }));
    const sent = await inCell(() => trainAll(named, data, { seeds: [1], observer: runsPanel() }));
    expect(sent[sent.length - 1].data['text/markdown']).to.equal('2 runs: 2 recipes (L2, 0; L2, 1), 1 seed each');
  });

  it('leaves a line that says what was trained', async () => {
    const sent = await inCell(() => trainAll(recipes, data, { seeds: [1, 2, 3], observer: runsPanel() }));
    expect(sent[0].data).to.have.property('text/html').that.contains('0 of 6 runs');
    expect(sent[sent.length - 1].data['text/markdown']).to.equal('6 runs: 2 recipes (A <b>, B), 3 seeds each');
    expect(new Set(sent.map(({ id }) => id)).size).to.equal(1);
  });

  it('lets the stop button end all runs with those that are complete, and gives the button back', async () => {
    await inCell(async (sent) => {
      const kernels = process.listeners('SIGINT');
      const stopAfterOne = { ...runsPanel() };
      const panel = {
        ...stopAfterOne,
        progress: (news: TrainAllProgress) => (stopAfterOne.progress?.(news), news.done === 1 && pressStop()),
      };
      expect(await trainAll(recipes, data, { seeds: [1, 2, 3], observer: panel })).to.have.length(1);
      expect(sent[sent.length - 1].data['text/markdown']).to.equal('ended after 1 of 6 runs');
      expect(process.listeners('SIGINT')).to.deep.equal(kernels);
    });
  });

  it('shows the name of a recipe, not the HTML in it', () =>
    inCell((sent) => {
      const panel = runsPanel();
      panel.start?.({ total: 2, stop: () => {} });
      const wait = performance.now() + 101;
      while (performance.now() < wait);
      panel.progress?.({ done: 0, total: 2, recipe: recipes[0], seed: 1, epoch: 1 });
      expect(sent[1].data['text/html'])
        .to.contain('0 of 2 runs · A &lt;b&gt;, seed 1: epoch 1')
        .and.to.contain('width:25.0%');
    }));
});
