// Compiled or readable? The loops in use. A learner can skip this file: both kinds give the same bits.

import type { CompiledLoops } from './compiled-loops';
import { wasmLoops } from './wasm-loops';

/** No compiled loop at all: plain TypeScript, as the course explains it. */
export const readableLoops: CompiledLoops = { name: 'readable' };

let chosen: CompiledLoops | undefined;

/** The loops in use; chosen when they are first needed. */
export const loops = {
  get current(): CompiledLoops {
    return (chosen ??= wasmLoops() ?? readableLoops);
  },
};

/**
 * Chooses the loops from now on: `compiled`, the default wherever the runtime has WebAssembly with 128-bit SIMD, or `readable`,
 * plain TypeScript. Both give the same bits. In Node, the environment variable `HOLDOUT_LOOPS=readable` does the same. Not to
 * be called while a model trains.
 *
 * @returns the loops in use; `readable` when the runtime cannot run the others
 */
export function useLoops(name: CompiledLoops['name']): CompiledLoops['name'] {
  chosen = (name === 'compiled' && wasmLoops()) || readableLoops;
  return chosen.name;
}
