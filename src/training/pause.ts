// Lets other things happen for a moment: a stop button, a repaint, a message. Nothing here reaches a number.

/** Milliseconds of work between two pauses: below what a person notices. */
const interval = 20;

/** Resolves when the event loop has run once. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve); // Node
    } else {
      const { port1, port2 } = new MessageChannel(); // browsers, where setTimeout would wait for 4 ms
      Object.assign(port1, { onmessage: () => resolve(port1.close()) });
      port2.postMessage(null);
    }
  });
}

/** Tells when it is time for a pause. */
export class Pacer {
  private last = performance.now();

  /** Whether {@link interval} has gone by since the last time that this was true. */
  due(): boolean {
    const now = performance.now();
    if (now - this.last < interval) return false;
    this.last = now;
    return true;
  }
}
