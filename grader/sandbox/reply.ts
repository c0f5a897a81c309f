// What a child process replies to a request: a value, or why there is none

/**
 * Why a request has no value. `throw`: the submission threw; `promise`: it gave a promise where a value was asked for; the
 * last four end the child.
 */
export type FailureKind = 'throw' | 'promise' | 'no-export' | 'unreadable' | 'timeout' | 'memory' | 'crash' | 'forged';

export interface Failure {
  kind: FailureKind;
  message: string;
  name?: string;
  stack?: string;
}

export interface Reply {
  value?: unknown;
  args?: unknown;
  names?: unknown;
  output?: string[];
  error?: Failure;
  /** The callee gave a promise, which was awaited. */
  promise?: boolean;
}
