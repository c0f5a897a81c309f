// trainAll → workers with the interface of a browser's → the same runs, and errors that say what happened

import { MessageChannel } from 'node:worker_threads';
import { expect } from 'chai';
import { serve } from '../../src/experiments/worker-main';
import type { Recipe } from '../../src/experiments/recipe';
import { trainAll } from '../../src/experiments/train-all';
import { webWorkerPool, type WebWorker } from '../../src/experiments/web-workers';
import { setWorkerPool, workerPool, type WorkerPool } from '../../src/experiments/worker-protocol';
import { moons } from '../support/examples';

const data = moons();
const recipes: Recipe[] = [
  { name: 'plain', hidden: [5], epochs: 2 },
  { name: 'dropped', hidden: [5], epochs: 3, dropout: 0.3 },
];

/** As a page sees a worker: messages are copied and come as events. */
class PageWorker extends EventTarget implements WebWorker {
  static ended = 0;
  private readonly end = new AbortController();
  private readonly channel = new MessageChannel();
  private readonly answer = serve((report) => this.channel.port1.postMessage(report), this.end.signal);

  constructor() {
    super();
    this.channel.port2.on('message', (report) => this.dispatchEvent(new MessageEvent('message', { data: report })));
  }

  postMessage(message: unknown): void {
    this.answer(structuredClone(message) as Parameters<ReturnType<typeof serve>>[0]);
  }

  terminate(): void {
    PageWorker.ended++;
    this.end.abort();
    this.channel.port1.close();
  }
}

/** A worker that ends with this error as soon as it is asked for anything. */
class BrokenWorker extends EventTarget implements WebWorker {
  constructor(private readonly message: string | undefined) {
    super();
  }

  postMessage(): void {
    queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('error'), { message: this.message })));
  }

  terminate(): void {}
}

async function failure(message: string | undefined): Promise<string> {
  setWorkerPool(webWorkerPool(() => new BrokenWorker(message), 1));
  const end = await trainAll(recipes, data).catch((error) => error);
  return end instanceof Error ? end.message : 'nothing';
}

describe('webWorkerPool', () => {
  let before: WorkerPool | undefined;
  beforeEach(() => (before = workerPool()));
  afterEach(() => setWorkerPool(before));

  it('gives trainAll the runs that this thread gives, and ends its workers', async () => {
    setWorkerPool(undefined);
    const alone = await trainAll(recipes, data, { seeds: [1, 2] });
    setWorkerPool(webWorkerPool(() => new PageWorker(), 2));
    PageWorker.ended = 0;
    expect(await trainAll(recipes, data, { seeds: [1, 2] })).to.deep.equal(alone);
    expect(PageWorker.ended).to.equal(2);
  });

  it('a worker that crashes fails its run by name, with what the browser says', async () => {
    expect(await failure('Uncaught RangeError: out of memory')).to.equal(
      'trainAll: a worker ended while it trained plain, seed 1, with Uncaught RangeError: out of memory; run it again, with fewer workers if memory is short',
    );
  });

  it('a script that is not there is called that', async () => {
    expect(await failure(undefined)).to.include('plain, seed 1, because its script could not be loaded');
  });
});
