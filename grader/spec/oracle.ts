// spec: answer.call('l1Loss', 5, [2, -3, 4], 0.1) → value
//
// An oracle answers with values and has no test in it. The submission and the solution are asked in the same way.

import type { Remote } from '../sandbox/codec';
import type { Failure } from '../sandbox/reply';

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
