// spec: answer.call('l1Loss', 5, [2, -3, 4], 0.1) → sandbox → value

import { decode, encode, remoteOf, ReplyError, type Remote } from '../sandbox/codec';
import type { Budget } from '../sandbox/child';
import type { Failure } from '../sandbox/reply';
import type { Sandbox } from '../sandbox/sandbox';
import { AnswerError, type Asked, type Oracle } from '../spec/oracle';

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
