// the stop button of the notebook (SIGINT) → stop() of the runs that are going on

const running = new Set<() => void>();
let kernels: NodeJS.SignalsListener[] = [];

function stopAll(): void {
  for (const stop of running) stop();
}

/**
 * Lets the stop button call `stop`, until the function that is returned is called. The cell then ends normally, and what
 * was computed stays; tslab's own answer would be to fail the cell and to cancel the ones after it.
 *
 * Only after the first `await` of a cell: in the part before it, a listener that is added to SIGINT leaves the process
 * with the system's answer, and the button kills the kernel.
 */
export function onStopButton(stop: () => void): () => void {
  if (running.size === 0) {
    kernels = process.listeners('SIGINT') as NodeJS.SignalsListener[];
    process.on('SIGINT', stopAll); // ours comes first, so that the signal is never without a listener
    for (const listener of kernels) process.off('SIGINT', listener);
  }
  running.add(stop);
  return () => {
    if (!running.delete(stop) || running.size > 0) return;
    for (const listener of kernels) process.on('SIGINT', listener);
    process.off('SIGINT', stopAll);
  };
}
