// text of an exercise → a program that loads: without the statements of its own that stop it
//
// A debug call at the top level of a file, such as `console.log(l2Loss(5, [1], 0.1))` while l2Loss is a stub, throws and would
// cost the whole exercise. Such a statement is left out, a note says so, and what the file defines is graded. A call that
// never ends does not tell where it is: then every statement that defines nothing is left out.

import { compile } from '../compile/compile';
import { placesOf, type Compiled, type LeaveOut, type Place } from '../compile/compiled';
import type { Failure, FailureKind } from '../sandbox/reply';
import { clean } from '../spec/show-value';

const ATTEMPTS = 20;
/** Failures that a statement of the file may cause. */
const ownFaults = new Set<FailureKind>(['throw', 'timeout', 'memory', 'crash']);

/** A file on its way into the sandbox. */
export class LoadableProgram {
  /** What was left out, and why: a sentence each. */
  readonly notes: string[] = [];
  private left: LeaveOut = { at: [] };
  private attempts = 0;

  private constructor(
    private readonly text: string,
    /** The program to load. */
    public compiled: Compiled,
  ) {
    for (const place of compiled.awaits) this.note([place], '`await` works inside of an async function only');
  }

  static async open(text: string, fileName: string): Promise<LoadableProgram | { failure: string }> {
    const compiled = await compile(text, fileName);
    return 'failure' in compiled ? compiled : new LoadableProgram(text, compiled);
  }

  /** Leaves out the statement that stopped the program; false when there is none that could be left out. */
  async leaveOut({ kind, name, message, stack }: Failure): Promise<boolean> {
    if (!ownFaults.has(kind) || ++this.attempts > ATTEMPTS) return false;
    const reason = kind === 'throw' ? `${name}: ${message}` : message;
    // The place that V8 names for what is around the initializer of a class is another one.
    const frames = kind === 'throw' ? (stack ?? '').replace(/(<static_initializer>.*)[\s\S]*/, '$1') : '';
    const outermost = placesOf(frames, this.compiled).slice(-1);
    const { at, calls } = this.left;
    return (
      (await this.without({ at: [...at, ...outermost], calls }, reason)) || this.without({ at, calls: true }, reason)
    );
  }

  private async without(leaveOut: LeaveOut, reason: string): Promise<boolean> {
    const compiled = await compile(this.text, this.compiled.fileName, leaveOut);
    if ('failure' in compiled || compiled.leftOut.length <= this.compiled.leftOut.length) return false;
    const isNew = ({ line, column }: Place) =>
      !this.compiled.leftOut.some((known) => known.line === line && known.column === column);
    this.note(compiled.leftOut.filter(isNew), reason);
    this.compiled = compiled;
    this.left = leaveOut;
    return true;
  }

  private note(places: Place[], reason: string): void {
    const listed = places.slice(0, 10).map(({ line, column }) => `${line}:${column}`);
    const where = `${this.compiled.fileName}:${listed.join(', ')}${places.length > 10 ? ', …' : ''}`;
    const [which, it] = places.length === 1 ? [where, 'it'] : [`one of ${where}`, 'them'];
    this.notes.push(clean(`${which} stops the file, so the rest is graded without ${it}: ${reason}`, 600));
  }
}
