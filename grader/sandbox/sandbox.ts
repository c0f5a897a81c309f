// programs → one child process after another that runs them

import { Child, type Budget } from './child';
import { SandboxError, type Level } from './level';
import { librarySource } from './library-source';
import { defaultLimits, type Limits } from './limits';
import type { Reply } from './reply';

/** A program that a child can load. */
export interface Code {
  fileName: string;
  code: string;
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
  async load(program: Code, imports: string[], seed: number, fresh: boolean): Promise<Reply> {
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
