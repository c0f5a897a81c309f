// What a running cell of the kernel is to the library: a place for outputs, and a listener to the stop button.

import type { Output } from '../../src/notebook/display';

/** An output as the kernel got it. */
export interface Sent extends Required<Output> {
  id?: string;
  update: boolean;
}

/** Stands in for the kernel's module, of which the library knows one function. */
const kernelModule = '/somewhere/node_modules/tslab/dist/jupyter.js';

/**
 * Runs `code` as a cell: `sent` gets what it shows, and the stop button (`process.emit('SIGINT')`) fails the cell unless
 * somebody else listens.
 */
export async function inCell(code: (sent: Sent[]) => unknown): Promise<Sent[]> {
  const sent: Sent[] = [];
  const write = (
    { data, metadata, transient }: Required<Output> & { transient: { display_id?: string } },
    update: boolean,
  ) => sent.push({ data, metadata, id: transient.display_id, update });
  const failCell = () => {
    throw new Error('the kernel failed the cell');
  };
  const before = process.listeners('SIGINT') as NodeJS.SignalsListener[]; // of the test runner
  for (const listener of before) process.off('SIGINT', listener);
  process.on('SIGINT', failCell);
  require.cache[kernelModule] = { exports: { lastWriteDisplayData: write } } as NodeJS.Module;
  try {
    await code(sent);
    return sent;
  } finally {
    delete require.cache[kernelModule];
    process.off('SIGINT', failCell);
    for (const listener of before) process.on('SIGINT', listener);
  }
}
