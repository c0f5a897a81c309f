// thread → how long it was ready to run and had no processor
//
// Limits count own time: what passes on the clock, less this. A loop without end is cut as soon on a busy machine as on an
// idle one, and a right answer is not lost because other programs take the processor.

import { readFileSync } from 'node:fs';

/**
 * Milliseconds since the thread began, from the second number of Linux' `schedstat`; 0 where the system does not tell.
 *
 * @param thread path below `/proc`, e.g. `1234` or `self/task/1235`
 */
export function waitedForProcessor(thread: string): number {
  try {
    return Number(readFileSync(`/proc/${thread}/schedstat`, 'latin1').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
