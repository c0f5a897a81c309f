// What a submission may use. An exercise that trains a network raises `callMilliseconds` in its spec. Times of calls and of
// tasks are own time: waiting for a processor that other programs use is not counted (cpu-wait.ts).

/** Limits of one child process, and of the calls it answers. */
export interface Limits {
  /** Longest time of one call, in milliseconds (default 1000). */
  callMilliseconds: number;
  /** Longest time of one task: the sum of its calls that took more than a moment, in milliseconds (default 5000). */
  taskMilliseconds: number;
  /** Longest time until the child is ready, in milliseconds (default 10000: a loaded machine is no one's fault). */
  startMilliseconds: number;
  /** Heap of the child, in MB (default 128). */
  heapMegabytes: number;
  /** Resident memory of the child with its ArrayBuffers, which the heap limit does not hold, in MB (default 512). */
  memoryMegabytes: number;
  /** Processor time of one child in seconds (default 300); ends a child whose grader was killed. */
  cpuSeconds: number;
  /** Longest reply in bytes (default 9 MiB). */
  replyBytes: number;
}

export const defaultLimits: Limits = {
  callMilliseconds: 1000,
  taskMilliseconds: 5000,
  startMilliseconds: 10000,
  heapMegabytes: 128,
  memoryMegabytes: 512,
  cpuSeconds: 300,
  replyBytes: 9 << 20,
};
