// spec: answer.call('l1Loss', 5, [2, -3, 4], 0.1) → sandbox → value
//
// An oracle answers with values and holds no test. The submission and the solution are asked in the same way.

import { decode, encode, Remote, remoteOf, ReplyError } from './codec';
import type { Compiled } from './compile';
import { librarySource } from './library';
import { Child, type Budget, type Failure, type Reply } from './sandbox/child';
import { SandboxError, type Level } from './sandbox/level';
import { defaultLimits, type Limits } from './sandbox/limits';

/** What a spec may ask of a submission or of a solution. Values come back as plain data. */
export interface Oracle {
  /** Calls an exported function; a promise is awaited where the task allows one. @throws AnswerError when it throws */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes back is not known before it is compared
  call<T = any>(name: string, ...args: unknown[]): Promise<T>;
  /** Makes an object of an exported class. */
  construct(name: string, ...args: unknown[]): Promise<Remote>;
  /** Calls a method of an object that `call` or `construct` gave; without a name, calls the function itself. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  invoke<T = any>(target: unknown, method?: string, ...args: unknown[]): Promise<T>;
  /** Reads a property, also one with a getter. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  property<T = any>(target: unknown, name: string): Promise<T>;
  /** The arguments of the last call as the callee left them, for contracts about not changing the input. */
  argumentsAfter(): unknown[];
  /** The same program, for a case that asks it in turn with others: `argumentsAfter` is that of its own calls. */
  beside(): Oracle;
}

/** Thrown by an oracle when there is no value: the callee threw, or its process ended. */
export class AnswerError extends Error {
  override name = 'AnswerError';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** One question and what came of it. */
export interface Asked {
  /** The exported function, for a plain call. */
  export?: string;
  /** As it reads in a report: `adam.step`, `new Adam`. */
  label: string;
  args: unknown[];
  value?: unknown;
  failure?: Failure;
  output: string[];
}

const SECOND_CHANCES = 6;
/** A machine that is short of memory or processes for a moment may start the next one. */
const STARTS = 3;

/** A place where programs run: one child at a time, a new one when it ends. */
export class Sandbox {
  private child: Child | undefined;
  private loads = 0;
  private hasLibrary = false;
  private chances = SECOND_CHANCES;

  constructor(
    readonly level: Level,
    readonly limits: Limits = defaultLimits,
  ) {}

  /** True while the child has run nothing but the program that was loaded last. */
  get isFresh(): boolean {
    return this.loads <= 1;
  }

  /**
   * Loads a program into a realm of its own. The child is the one of the program before, unless `fresh`.
   *
   * @throws SandboxError when no child can be started
   */
  async load(program: Compiled, imports: string[], seed: number, fresh: boolean): Promise<Reply> {
    if (fresh || !this.child || this.child.ended) await this.restart();
    this.loads++;
    if (imports.length > 0) await this.provideLibrary();
    const { code, fileName } = program;
    return this.request({ op: 'load', code, filename: fileName, imports, seed }, this.limits.callMilliseconds);
  }

  async request(message: object, limit: number, budget?: Budget): Promise<Reply> {
    return this.child!.request(message, limit, budget);
  }

  close(): void {
    this.child?.close();
    this.child = undefined;
  }

  /**
   * Whether a task whose child ended may be run again in a fresh one: leftovers of an earlier task may be to blame. A program
   * that ends every child would otherwise take twice its time.
   */
  takeSecondChance(): boolean {
    return this.chances-- > 0;
  }

  /** Ends the child for a reply that no unbroken child writes. */
  reject(): void {
    this.child?.close();
  }

  private async restart(): Promise<void> {
    let fault: string | undefined;
    for (let start = 0; start < STARTS; start++) {
      this.close();
      this.child = new Child(this.level, this.limits);
      this.loads = 0;
      this.hasLibrary = false;
      fault = await this.child.started();
      if (fault === undefined) return;
    }
    throw new SandboxError(fault!);
  }

  private async provideLibrary(): Promise<void> {
    if (this.hasLibrary) return;
    this.hasLibrary = true;
    await this.child!.request({ op: 'library', source: librarySource() }, this.limits.startMilliseconds);
  }
}

/** A loaded program as an oracle; keeps a record of what it was asked. */
export class Program implements Oracle {
  asked: Asked[] = [];
  /** Own time for all calls together. */
  budget: Budget = { millisecondsLeft: Infinity };
  private after: unknown;

  /** @param mayPromise false where the task asks for values: a promise of one is wrong then */
  constructor(
    private readonly sandbox: Sandbox,
    private readonly callMilliseconds: number,
    private readonly mayPromise = true,
  ) {}

  call<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.ask({ op: 'call', name }, { export: name, label: name, args }) as Promise<T>;
  }

  construct(name: string, ...args: unknown[]): Promise<Remote> {
    return noted(this.ask({ op: 'construct', name }, { export: name, label: `new ${name}`, args }).then(remote));
  }

  invoke<T>(target: unknown, method?: string, ...args: unknown[]): Promise<T> {
    const { handle, className } = remote(target);
    const owner = className ? className[0].toLowerCase() + className.slice(1) : 'object';
    const label = method === undefined ? className || 'function' : `${owner}.${method}`;
    return this.ask({ op: 'call', handle, name: method }, { label, args }) as Promise<T>;
  }

  property<T>(target: unknown, name: string): Promise<T> {
    return this.ask(
      { op: 'property', handle: remote(target).handle, name },
      { label: `get ${name}`, args: [] },
    ) as Promise<T>;
  }

  argumentsAfter(): unknown[] {
    try {
      return (this.after === undefined ? [] : decode(this.after)) as unknown[];
    } catch (error) {
      if (error instanceof ReplyError) throw new AnswerError({ kind: error.kind, message: error.message });
      throw error;
    }
  }

  beside(): Program {
    const other = new Program(this.sandbox, this.callMilliseconds, this.mayPromise);
    [other.asked, other.budget] = [this.asked, this.budget];
    return other;
  }

  private ask(message: object, question: Pick<Asked, 'export' | 'label' | 'args'>): Promise<unknown> {
    return noted(this.send(message, question));
  }

  private async send(message: object, question: Pick<Asked, 'export' | 'label' | 'args'>): Promise<unknown> {
    const asked: Asked = { ...question, args: copy(question.args) as unknown[], output: [] };
    this.asked.push(asked);
    const request = { ...message, args: encode(question.args) };
    const reply = await this.sandbox.request(request, this.callMilliseconds, this.budget);
    asked.output = reply.output ?? [];
    if (reply.promise && !this.mayPromise && !(reply.error && isStub(reply.error)))
      return this.fail(asked, {
        kind: 'promise',
        message: `${asked.label} gives a promise, and the task asks for the value itself: leave out \`async\``,
      });
    if (reply.error) return this.fail(asked, reply.error);
    try {
      asked.value = decode(reply.value);
      this.after = reply.args;
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      if (error.kind === 'forged') this.sandbox.reject();
      return this.fail(asked, { kind: error.kind, message: error.message });
    }
    return asked.value;
  }

  private fail(asked: Asked, failure: Failure): never {
    asked.failure = failure;
    throw new AnswerError(failure);
  }
}

/** The `throw` that a task begins with. */
export const isStub = ({ kind, message }: Failure) => kind === 'throw' && /^Task \d+:/.test(message);

/** A promise that may be left alone, as when a spec asks for two values and stops at the first: that must not end the grader. */
function noted<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

function remote(value: unknown): Remote {
  const found = remoteOf(value);
  if (!found) throw new TypeError('an object or a function was expected');
  return found;
}

// A spec may go on changing an array that it passed: the record keeps what was sent.
function copy(arg: unknown): unknown {
  if (Array.isArray(arg)) return arg.map(copy);
  if (ArrayBuffer.isView(arg)) return (arg as Float64Array).slice();
  if (typeof arg !== 'object' || arg === null || Object.getPrototypeOf(arg) !== Object.prototype || remoteOf(arg))
    return arg;
  return Object.fromEntries(Object.entries(arg).map(([key, value]) => [key, copy(value)]));
}
