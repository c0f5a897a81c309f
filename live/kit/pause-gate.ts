// pause, go on → a promise that training waits for, after each epoch.

/** A gate that is open at first. */
export class Gate {
  private waiting?: { promise: Promise<void>; go: () => void };

  set open(open: boolean) {
    if (open) {
      this.waiting?.go();
      this.waiting = undefined;
    } else if (!this.waiting) {
      let go = () => {};
      const promise = new Promise<void>((resolve) => (go = resolve));
      this.waiting = { promise, go };
    }
  }

  /** Resolves at once while the gate is open, else when it opens. */
  get passed(): Promise<void> | undefined {
    return this.waiting?.promise;
  }
}
