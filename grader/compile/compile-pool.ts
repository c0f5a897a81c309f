// texts → worker threads that compile them; a text that keeps one thread busy does not hold up the others

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Compiled, LeaveOut } from './compiled';
import { SandboxError } from '../sandbox/level';
import { waitedForProcessor } from '../sandbox/cpu-wait';

/** What the compiler makes of a text, or why it makes nothing of it. */
export type Output = Omit<Compiled, 'fileName'> | { failure: string };

/** What the compiler is given. */
export interface Input {
  text: string;
  fileName: string;
  leaveOut: LeaveOut;
}

/** Own time for one text. An exercise takes a few milliseconds, the first one some hundred. */
const LIMIT_MILLISECONDS = 5000;
const WATCH_MILLISECONDS = 100;
/** Another thread has to load the compiler, which takes as long as many texts: only for those behind a slow one. */
const SLOW_MILLISECONDS = 500;
const THREADS = 3;

interface Job {
  input: Input;
  limitMilliseconds: number;
  resolve: (output: Output) => void;
  reject: (error: Error) => void;
}

const waiting: Job[] = [];
const threads = new Set<CompilerThread>();

/**
 * Compiles one text.
 *
 * @throws SandboxError when the compiler itself does not start: that is no fault of the text
 */
export function compileInThread(input: Input, limitMilliseconds = LIMIT_MILLISECONDS): Promise<Output> {
  return new Promise((resolve, reject) => {
    waiting.push({ input, limitMilliseconds, resolve, reject });
    dispatch();
  });
}

function dispatch(): void {
  for (const thread of threads) {
    if (waiting.length === 0) return;
    if (!thread.isBusy) thread.run(waiting.shift()!);
  }
  const allAreSlow = [...threads].every(({ busyFor }) => busyFor > SLOW_MILLISECONDS);
  if (waiting.length > 0 && threads.size < THREADS && allAreSlow)
    threads.add(new CompilerThread().run(waiting.shift()!));
}

class CompilerThread {
  private readonly worker = new Worker(join(__dirname, 'compile-worker.cjs'), {
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    execArgv: [],
    stdout: true,
    stderr: true,
    env: {},
  });
  private job: Job | undefined;
  private watch: NodeJS.Timeout | undefined;
  private since = 0;
  /** Its path below /proc; undefined until the compiler is loaded. */
  private path: string | undefined;
  private waitedBefore = 0;

  constructor() {
    this.worker.on('message', (message: { thread: string } | Output) => {
      if ('thread' in message) this.startClock(message.thread);
      else this.finish(message);
    });
    this.worker.on('error', ({ message }) => this.end('the compiler ran out of memory', message));
    this.worker.on('exit', () => this.end('the compiler stopped'));
  }

  get isBusy(): boolean {
    return this.job !== undefined;
  }

  /** Milliseconds on its text; loading the compiler does not count. */
  get busyFor(): number {
    return this.isBusy && this.path !== undefined ? performance.now() - this.since : 0;
  }

  run(job: Job): this {
    this.job = job;
    this.worker.ref();
    if (this.path !== undefined) this.startClock(this.path);
    this.watch = setInterval(() => this.look(), Math.min(WATCH_MILLISECONDS, job.limitMilliseconds));
    this.worker.postMessage(job.input);
    return this;
  }

  private startClock(path: string): void {
    this.path = path;
    this.since = performance.now();
    this.waitedBefore = waitedForProcessor(path);
  }

  private look(): void {
    dispatch();
    const { job, path } = this;
    if (job === undefined || path === undefined) return;
    const waited = waitedForProcessor(path) - this.waitedBefore;
    if (this.busyFor - waited < job.limitMilliseconds) return;
    setImmediate(() => {
      if (this.job === job) this.end(`it takes the compiler longer than ${job.limitMilliseconds / 1000} s`);
    });
  }

  private finish(output: Output): void {
    clearInterval(this.watch);
    this.worker.unref();
    const { job } = this;
    this.job = undefined;
    job?.resolve(output);
    dispatch();
  }

  private end(reason: string, message = reason): void {
    if (!threads.delete(this)) return;
    void this.worker.terminate();
    if (this.path === undefined) this.job?.reject(new SandboxError(`the compiler: ${message}`)); // it has read no text
    this.finish({ failure: `the file could not be compiled: ${reason}` });
  }
}
