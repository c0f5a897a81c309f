// Several runs in one thread → they train in turns, an epoch each, so that they go side by side.

/** One may train, the others wait in a line. */
export class Turns {
  private readonly line: (() => void)[] = [];
  private taken = false;

  /** Resolves when it is the caller's turn. */
  take(): Promise<void> {
    if (this.taken) return new Promise((resolve) => this.line.push(resolve));
    this.taken = true;
    return Promise.resolve();
  }

  /** Gives the turn to whoever has waited longest. */
  give(): void {
    const next = this.line.shift();
    if (next) next();
    else this.taken = false;
  }
}
