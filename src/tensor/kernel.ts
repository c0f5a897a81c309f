// The seam between readable TypeScript and compiled code: what can be swapped, and what is in use now.

import { multiply } from './matmul';

/** The operations that have a fast form. Each must give the bits of its readable form. */
export interface Kernel {
  readonly name: string;
  /** y ← a·b; see `matmul.ts`. */
  multiply: typeof multiply;
}

/** Plain TypeScript, as the course explains it. */
export const readableKernel: Kernel = {
  name: 'reference',
  multiply: (...operands) => multiply(...operands),
};

/** The kernel in use. */
export const kernel: { current: Kernel } = { current: readableKernel };
