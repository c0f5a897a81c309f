// request → child process → reply, or the reason why there is none
//
// One child serves one submission. Any reply that was not asked for, too long or unreadable ends it.

import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { childCommand, childEnv, type Level } from './level';
import { defaultLimits, type Limits } from './limits';
import { waitedForProcessor } from './cpu-wait';
import type { Failure, FailureKind, Reply } from './reply';

// Up to Node 24 a child can ask this process, by a signal, to open its debugger.
process.on('SIGUSR1', () => {});

/** Own time that several requests share. */
export interface Budget {
  millisecondsLeft: number;
}

/** A request that has no reply yet. */
interface Waiting {
  id: string;
  resolve: (reply: Reply) => void;
  /** Own time that the child may take, and has taken so far, in milliseconds. */
  limit: number;
  budget: Budget;
  taken: number;
}

const STDERR_CHARACTERS = 16384;
const WATCH_MILLISECONDS = 100;
const PAGE_BYTES = 4096;
const TOO_LONG_TOGETHER = 'the calls of this task took too long together';
let emptyFolder: string | undefined;

export class Child {
  /** Why the child ended; undefined while it lives. */
  ended: Failure | undefined;
  /** Why it has never been ready: the fault of this machine, as it has not seen a line of the submission. */
  private startFault: string | undefined;
  private readonly process: ChildProcess;
  private readonly watch: NodeJS.Timeout;
  /** What was seen at the last look, and for which request. */
  private seen: { request: Waiting; at: number; waited: number } | undefined;
  private readonly startTimer: NodeJS.Timeout;
  private readonly ready: Promise<void>;
  private greeted = false;
  private markReady!: () => void;
  /** In the order in which they were sent, which is the order of their replies. */
  private readonly waiting: Waiting[] = [];
  private stderr = '';

  constructor(
    readonly level: Level,
    readonly limits: Limits = defaultLimits,
  ) {
    emptyFolder ??= makeEmptyFolder();
    const [program, ...args] = childCommand(level, limits);
    const isWindows = process.platform === 'win32';
    this.process = spawn(program, args, {
      cwd: emptyFolder,
      env: childEnv(),
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      detached: !isWindows, // a process group of its own, so that one signal ends all of it
      windowsHide: true,
    });
    this.ready = new Promise((resolve) => (this.markReady = resolve));
    this.startTimer = setTimeout(
      () => this.failToStart(`it took longer than ${limits.startMilliseconds} ms`),
      limits.startMilliseconds,
    );
    this.watch = setInterval(() => this.look(), WATCH_MILLISECONDS);
    this.listen();
    this.letGo();
  }

  /** Waits until the child is ready for its first request; why it will never be, or undefined. */
  async started(): Promise<string | undefined> {
    await this.ready;
    return this.startFault;
  }

  /**
   * Sends a request; a child that takes more own time for it than `limit` milliseconds, or than is left of `budget`, is ended.
   * Requests that are made together are sent together, and answered one after another.
   */
  async request(message: object, limit: number, budget: Budget = { millisecondsLeft: Infinity }): Promise<Reply> {
    await this.ready;
    if (this.ended) return { error: this.ended };
    const id = randomUUID();
    const input = this.process.stdin!;
    input.cork();
    input.write(`${JSON.stringify({ ...message, id })}\n`);
    process.nextTick(() => input.uncork());
    return new Promise((resolve) => {
      this.waiting.push({ id, resolve, limit, budget, taken: 0 });
      this.watch.ref();
    });
  }

  close(): void {
    this.end('crash', 'closed');
  }

  /** Only a request that waits keeps the grader running; a child whose pipes close ends by itself. */
  private letGo(): void {
    this.process.unref();
    this.watch.unref();
    for (const pipe of this.process.stdio) (pipe as Socket | null)?.unref();
  }

  private listen(): void {
    const replies = this.process.stdio[3] as Readable;
    let chunks: Buffer[] = [];
    let bytes = 0;
    replies.on('data', (data: Buffer) => {
      for (let end = data.indexOf(10); end >= 0 && !this.ended; end = data.indexOf(10)) {
        chunks.push(data.subarray(0, end));
        this.receive(Buffer.concat(chunks).toString('utf8'));
        data = data.subarray(end + 1);
        chunks = [];
        bytes = 0;
      }
      chunks.push(data);
      bytes += data.length;
      if (bytes > this.limits.replyBytes) this.end('forged', `a reply longer than ${this.limits.replyBytes} bytes`);
    });
    replies.on('error', () => {});
    this.process.stdin!.on('error', () => {});
    this.process.stderr!.on('data', (data: Buffer) => {
      if (this.stderr.length < STDERR_CHARACTERS) this.stderr += data.toString('utf8').slice(0, STDERR_CHARACTERS);
    });
    this.process.on('error', (error) => this.failToStart(error.message));
    this.process.on('close', (code, signal) => this.explainExit(code, signal));
  }

  private explainExit(code: number | null, signal: NodeJS.Signals | null): void {
    if (!this.greeted) this.failToStart(`${this.stderr.trim().slice(0, 300)} (${signal ?? `exit code ${code}`})`);
    else if (/heap limit|out of memory|Array buffer allocation failed/i.test(this.stderr))
      this.end('memory', 'out of memory');
    else if (signal === 'SIGXCPU') this.end('timeout', `used more than ${this.limits.cpuSeconds} s of processor time`);
    else if (code === 0)
      this.end('crash', 'the program ended without an answer, as with a promise that is never settled');
    else this.end('crash', `the program ended early (${signal ?? `exit code ${code}`})`);
  }

  private receive(line: string): void {
    let reply: (Reply & { id?: string; hello?: string }) | null;
    try {
      reply = JSON.parse(line);
    } catch {
      return this.end('forged', 'an unreadable reply');
    }
    if (reply === null || typeof reply !== 'object') return this.end('forged', 'an unreadable reply');
    if (reply.hello !== undefined && !this.greeted) {
      this.greeted = true;
      clearTimeout(this.startTimer);
      this.markReady();
    } else if (this.waiting.length > 0 && reply.id === this.waiting[0].id) {
      this.settle(tidy(reply));
    } else {
      this.end('forged', 'a reply that nobody asked for');
    }
  }

  private settle(reply: Reply): void {
    const { resolve, budget, taken } = this.waiting.shift()!;
    budget.millisecondsLeft -= taken;
    if (this.waiting.length === 0) this.watch.unref();
    resolve(reply);
    if (this.waiting.length > 0 && this.waiting[0].budget.millisecondsLeft <= 0) this.end('timeout', TOO_LONG_TOGETHER);
  }

  private failToStart(reason: string): void {
    if (!this.ended && !this.greeted) this.startFault = reason;
    this.end('crash', reason);
  }

  private end(kind: FailureKind, message: string): void {
    if (this.ended) return;
    this.ended = { kind, message };
    clearTimeout(this.startTimer);
    clearInterval(this.watch);
    try {
      if (process.platform === 'win32') this.process.kill('SIGKILL');
      else if (this.process.pid) process.kill(-this.process.pid, 'SIGKILL');
    } catch {
      this.process.kill('SIGKILL'); // the group is gone, or not made yet
    }
    this.markReady();
    for (const { resolve } of this.waiting.splice(0)) resolve({ error: this.ended });
  }

  /**
   * A request is charged from one look to the next for the child's own time: what passed, less what the child, or this
   * process that serves it, had to wait for a processor. The first look at a request only starts its clock.
   */
  private look(): void {
    const [request] = this.waiting;
    if (!request) return;
    const { megabytes, waited: childWaited } = usage(this.process.pid!);
    const waited = childWaited + waitedForProcessor('self');
    const at = performance.now();
    if (this.seen?.request === request) request.taken += Math.max(0, at - this.seen.at - (waited - this.seen.waited));
    this.seen = { request, at, waited };
    if (megabytes > this.limits.memoryMegabytes * 1.05)
      this.end('memory', `used more than ${this.limits.memoryMegabytes} MB of memory`);
    // The reply may have come while this process itself had to wait: it is read before the request is given up.
    else if (request.taken > Math.min(request.limit, request.budget.millisecondsLeft))
      setImmediate(() => {
        if (this.waiting[0] === request)
          this.end(
            'timeout',
            request.taken > request.limit
              ? `took longer than ${request.limit} ms: does a loop never end?`
              : TOO_LONG_TOGETHER,
          );
      });
  }
}

function makeEmptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-grader-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Resident memory of a process and its descendants, and how long they had to wait for a processor; 0 without /proc. */
function usage(pid: number): { megabytes: number; waited: number } {
  const total = { megabytes: 0, waited: waitedForProcessor(`${pid}`) };
  try {
    total.megabytes = (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES) / 2 ** 20;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean);
    for (const child of children) {
      const { megabytes, waited } = usage(Number(child));
      total.megabytes += megabytes;
      total.waited += waited;
    }
  } catch {
    // it ended meanwhile, or this system has no /proc
  }
  return total;
}

/** The parts of a reply that are used, each of the type it must have. */
function tidy(reply: Reply): Reply {
  const text = (value: unknown, length: number) => (typeof value === 'string' ? value.slice(0, length) : '');
  const tidied: Reply = { value: reply.value, args: reply.args, names: reply.names, promise: reply.promise === true };
  if (Array.isArray(reply.output)) tidied.output = reply.output.slice(0, 1000).map((line) => text(line, 2000));
  if (reply.error !== undefined) {
    const error = reply.error !== null && typeof reply.error === 'object' ? reply.error : ({} as Partial<Failure>);
    const kind = error.kind === 'no-export' || error.kind === 'unreadable' ? error.kind : 'throw';
    tidied.error = {
      kind,
      message: text(error.message, 4000),
      name: text(error.name, 100),
      stack: text(error.stack, 6000),
    };
  }
  return tidied;
}
