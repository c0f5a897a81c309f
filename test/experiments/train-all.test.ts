// recipes × seeds → Run[], with any number of workers

import { expect } from 'chai';
import type { Split } from '../../src/data/split';
import type { Recipe } from '../../src/experiments/recipe';
import { trainRecipe } from '../../src/experiments/train-recipe';
import { trainAll } from '../../src/experiments/train-all';
import { setWorkerPool, workerPool, type WorkerPool } from '../../src/experiments/worker-protocol';
import { expectLesson } from '../support/errors';
import { moons } from '../support/examples';
import { scriptedPool, servingPool } from '../support/worker-pools';

const data = moons();
const recipes: Recipe[] = [
  { name: 'plain', hidden: [5], epochs: 2 },
  { name: 'dropped', hidden: [5], epochs: 3, dropout: 0.3 },
  { name: 'penalized', hidden: [4], epochs: 1, l2: 0.01 },
];

describe('trainAll', () => {
  let before: WorkerPool | undefined;
  beforeEach(() => {
    before = workerPool();
    setWorkerPool(undefined);
  });
  afterEach(() => setWorkerPool(before));

  it('gives the runs recipe by recipe, seed by seed', async () => {
    const runs = await trainAll(recipes, data, { seeds: [3, 'four'] });
    expect(runs.map(({ recipe, seed }) => [recipe.name, seed])).to.deep.equal([
      ['plain', 3],
      ['plain', 'four'],
      ['dropped', 3],
      ['dropped', 'four'],
      ['penalized', 3],
      ['penalized', 'four'],
    ]);
  });

  it('gives each run the bits it has alone, in this thread and in one, two or five workers', async () => {
    const alone = [];
    for (const recipe of recipes) for (const seed of [1, 2]) alone.push(await trainRecipe(recipe, data, seed));
    expect(await trainAll(recipes, data, { seeds: [1, 2] })).to.deep.equal(alone);
    for (const size of [1, 2, 5]) {
      const pool = servingPool(size);
      setWorkerPool(pool);
      expect(await trainAll(recipes, data, { seeds: [1, 2] }), `${size} workers`).to.deep.equal(alone);
      expect(pool.orders).to.have.length(size);
      expect(pool.terminated).to.equal(size);
    }
  });

  it('keeps the order of the runs when they end in another one', async () => {
    const [first, second] = [await trainRecipe(recipes[0], data, 1), await trainRecipe(recipes[2], data, 1)];
    const pool = scriptedPool(2, (order, reply) => {
      if (order.type === 'train')
        setTimeout(
          () => reply({ type: 'done', job: order.job, run: [first, second][order.job] }),
          order.job === 0 ? 30 : 0,
        );
    });
    setWorkerPool(pool);
    expect((await trainAll([recipes[0], recipes[2]], data)).map(({ recipe }) => recipe.name)).to.deep.equal([
      'plain',
      'penalized',
    ]);
  });

  it('trains with seed 1, in this thread when workers is 0, and never with more workers than runs', async () => {
    const pool = servingPool(4);
    setWorkerPool(pool);
    expect((await trainAll(recipes.slice(0, 1), data, { workers: 0 })).map(({ seed }) => seed)).to.deep.equal([1]);
    expect(pool.orders).to.have.length(0);
    await trainAll(recipes.slice(0, 2), data);
    expect(pool.orders).to.have.length(2);
    expect(await trainAll([], data)).to.deep.equal([]);
  });

  it('evaluates on the test set only with test: true', async () => {
    const [without] = await trainAll(recipes.slice(0, 1), data);
    const [with_] = await trainAll(recipes.slice(0, 1), data, { test: true });
    expect('test' in without).to.equal(false);
    expect(with_.test).to.deep.equal((await trainRecipe(recipes[0], data, 1, { test: true })).test);
  });

  it('makes the data of each seed once, and sends a worker only what it does not have', async () => {
    const made: (number | string)[] = [];
    const make = (seed: number | string): Split => (made.push(seed), moons(seed));
    const pool = servingPool(1);
    setWorkerPool(pool);
    const runs = await trainAll(recipes, make, { seeds: [1, '1'] });
    expect(made).to.deep.equal([1, '1']);
    expect(pool.orders[0]).to.deep.equal([
      'data 1',
      'train 0 on 1',
      'train 2 on 1',
      'train 4 on 1',
      'data "1"',
      'train 1 on "1"',
      'train 3 on "1"',
      'train 5 on "1"',
    ]);
    expect(runs[1]).to.deep.equal(await trainRecipe(recipes[0], moons('1'), '1'));
  });

  it('reports every epoch of every run, and how many runs are complete', async () => {
    for (const pool of [undefined, servingPool(2)]) {
      setWorkerPool(pool);
      const seen: string[] = [];
      const done: number[] = [];
      await trainAll(recipes, data, {
        observer: {
          progress(news) {
            seen.push(`${news.recipe.name} ${news.seed} ${news.epoch}`);
            done.push(news.done);
            expect(news.total).to.equal(3);
          },
        },
      });
      expect(new Set(seen)).to.deep.equal(
        new Set(['plain 1 1', 'plain 1 2', 'dropped 1 1', 'dropped 1 2', 'dropped 1 3', 'penalized 1 1']),
      );
      expect(done).to.deep.equal([...done].sort());
      expect(done[done.length - 1]).to.equal(3);
    }
  });

  describe('when its signal aborts', () => {
    it('resolves with the runs that are complete, and ends the workers', async () => {
      for (const pool of [undefined, servingPool(2)]) {
        setWorkerPool(pool);
        const abort = new AbortController();
        const long = { ...recipes[0], name: 'long', epochs: 1e6 };
        const started = pool?.terminated ?? 0;
        const runs = await trainAll([recipes[2], long], data, {
          observer: {
            progress: ({ recipe, epoch, done }) => recipe.name === 'long' && epoch >= 3 && done === 1 && abort.abort(),
          },
          signal: abort.signal,
        });
        expect(runs.map(({ recipe, history }) => [recipe.name, history.stopReason])).to.deep.equal([
          ['penalized', 'completed'],
        ]);
        if (pool) expect(pool.terminated - started).to.equal(2);
      }
    });

    it('resolves with nothing, and throws nothing later, when it was aborted before', async () => {
      const pool = servingPool(2);
      for (const given of [undefined, pool]) {
        setWorkerPool(given);
        expect(await trainAll(recipes, data, { signal: AbortSignal.abort() })).to.deep.equal([]);
      }
      await new Promise((resolve) => setTimeout(resolve, 5)); // the workers say that they ended
      expect(pool.orders.flat()).to.deep.equal([]);
    });
  });

  it('leaves nothing behind at its signal, and adds one listener to it for any number of workers', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    let most = 0;
    const count = (change: number) => (most = Math.max(most, (listeners += change)));
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof add>) => (count(1), add(...args)),
      removeEventListener: (...args: Parameters<typeof remove>) => (count(-1), remove(...args)),
    });
    const warnings: string[] = [];
    const onWarning = ({ name }: Error) => void warnings.push(name);
    process.on('warning', onWarning);
    setWorkerPool(servingPool(12));
    for (let round = 0; round < 3; round++)
      expect(await trainAll(recipes, data, { seeds: [1, 2, 3, 4], signal })).to.have.length(12);
    await new Promise((resolve) => setImmediate(resolve)); // warnings come later
    process.off('warning', onWarning);
    expect([listeners, most]).to.deep.equal([0, 1]);
    expect(warnings).to.deep.equal([]);
  });

  it('ends what it started when its observer or a worker cannot start', async () => {
    const pool = servingPool(2);
    setWorkerPool(pool);
    const ended: number[] = [];
    const observer = {
      start: () => {
        throw new Error('no room');
      },
      end: (runs: readonly unknown[]) => void ended.push(runs.length),
    };
    expect((await trainAll(recipes, data, { observer }).catch((e) => e)).message).to.equal('no room');
    expect(ended).to.deep.equal([0]);
    expect(pool.terminated).to.equal(pool.orders.length);

    const startFirst = pool.start;
    const start = () => {
      if (pool.orders.length > 0) throw new Error('no thread');
      return startFirst();
    };
    setWorkerPool({ size: 2, start });
    expect((await trainAll(recipes, data).catch((e) => e)).message).to.equal('no thread');
    expect([pool.orders.length, pool.terminated]).to.deep.equal([1, 1]);
  });

  describe('when a run fails', () => {
    const failing: Recipe = { name: 'too fast', hidden: [5], optimizer: 'sgd', learningRate: 1e300 };

    it('names it, with the message of its error, and ends all workers', async () => {
      for (const pool of [undefined, servingPool(2)]) {
        setWorkerPool(pool);
        const error = await trainAll([recipes[0], failing], data, { seeds: [7] }).catch((e: Error) => e as Error);
        expect(error).to.be.instanceOf(Error);
        expect((error as Error).message).to.match(
          /^trainAll: too fast, seed 7: fit: the loss must stay finite, received/,
        );
        if (pool) expect(pool.terminated).to.equal(2);
      }
    });

    it('stops the others in this thread too', async () => {
      const epochs: number[] = [];
      const error = await trainAll([{ ...recipes[0], epochs: 1000 }], data, {
        observer: {
          progress({ epoch }) {
            epochs.push(epoch);
            if (epoch === 2) throw new Error('of the caller');
          },
        },
      }).catch((e: Error) => e);
      expect((error as Error).message).to.equal('of the caller');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(epochs).to.deep.equal([1, 2]);
    });

    it('names the run whose worker dies, and why', async () => {
      const pool = scriptedPool(
        2,
        (order, _, die, worker) => order.type === 'train' && worker === 1 && die('with exit code 134'),
      );
      setWorkerPool(pool);
      const error = await trainAll(recipes, data, { seeds: [7] }).catch((e: Error) => e);
      expect((error as Error).message).to.equal(
        'trainAll: a worker ended while it trained dropped, seed 7, with exit code 134; run it again, with fewer workers if memory is short',
      );
      expect(pool.terminated).to.equal(2);
    });

    it('gives on an error of the function that makes data, also for a later seed', async () => {
      const make = (seed: number | string): Split => {
        if (seed === 2) throw new Error('no data');
        return data;
      };
      for (const pool of [undefined, servingPool(1)]) {
        setWorkerPool(pool);
        const error = await trainAll(recipes.slice(2), make, { seeds: [1, 2] }).catch((e: Error) => e);
        expect((error as Error).message).to.equal('no data');
      }
    });
  });

  it('refuses recipes and seeds that are no lists, a seed that comes twice, and options that it does not know', async () => {
    const pool = servingPool(1);
    setWorkerPool(pool);
    const call = trainAll as (...args: unknown[]) => Promise<unknown>;
    await expectLesson(() => call(recipes[0], data), 'OptionError', 'trainAll: recipes must be a list', '[recipe]');
    for (const seeds of [3, '12', Int32Array.of(1, 2)])
      await expectLesson(() => call(recipes, data, { seeds }), 'OptionError', 'seeds must be a list', '[1, 2, 3]');
    for (const seed of [2, 'two'])
      await expectLesson(
        () => trainAll(recipes, data, { seeds: [1, seed, 3, seed] }),
        'OptionError',
        'seeds must all be different',
        `received ${JSON.stringify(seed)}`,
      );
    const error = await call(recipes, data, { sedes: [1, 2] }).catch((e) => e);
    const { name, message } = error as Error;
    expect(name).to.equal('OptionError');
    expect(message)
      .to.match(/^trainAll: /)
      .and.include('sedes')
      .and.include('seeds, workers');
    expect(pool.orders).to.have.length(0);
  });

  it('refuses unknown fields of any recipe before it trains one, and workers that are no number', async () => {
    const pool = servingPool(1);
    setWorkerPool(pool);
    await expectLesson(() => trainAll([recipes[0], { droput: 0.5 } as object], data), 'OptionError', 'droput');
    const misspelt = { earlyStopping: { patients: 3 } as object };
    await expectLesson(() => trainAll([recipes[0], misspelt], data), 'OptionError', 'EarlyStopping', 'patients');
    for (const workers of [-1, 1.5, NaN])
      await expectLesson(() => trainAll(recipes, data, { workers }), 'OptionError', 'workers', String(workers));
    expect(pool.orders).to.have.length(0);
  });
});
