// seed → Rng → every random number of the course: data, weights, shuffles, dropout masks.

import seedrandom from 'seedrandom';
import { requireOption } from '../errors';
import { cos, log } from './math';
import { keyOf, pathPart } from './seed-key';

/** A stream of random numbers that its seed determines, to the bit, on every machine. Made by {@link createRng}. */
export interface Rng {
  /** A number in [0, 1), each equally likely. */
  uniform(): number;
  /** A draw from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** A whole number in [0, below). @throws OptionError when `below` is not a whole number of at least 1 */
  integer(below: number): number;
  /** The numbers 0 … n-1 in random order, each order equally likely (Fisher-Yates). @throws OptionError when `n` is not a whole number of at least 0 */
  permutation(n: number): Int32Array;
  /**
   * An independent stream named `label`. It depends on this stream's seed and the label only, not on how many numbers
   * were drawn before, so a new draw in one part of a program leaves the others as they were. Labels that differ give
   * streams that differ, with one exception: a number is the same label as its text.
   */
  split(label: string | number): Rng;
}

/**
 * A generator of random numbers (ARC4, from the package seedrandom).
 *
 * @param seed a number or a text; the same seed gives the same numbers forever, and seeds that differ give streams that differ
 * @throws OptionError when the seed is missing: nothing in this course is random by accident
 *
 * @example `const rng = createRng(42); rng.uniform(); // 0.0016341939679719736`
 */
export function createRng(seed: number | string): Rng {
  requireOption(
    typeof seed === 'string' || (typeof seed === 'number' && !Number.isNaN(seed)),
    'createRng: seed must be a number or a text',
    seed,
    'choose any, e.g. 42, and keep it',
  );
  const part = pathPart(String(seed));
  return streamOf(typeof seed === 'number' ? seed : keyOf(part), `${typeof seed}:${part}`);
}

/** @param path the seed and the labels that lead to this stream, with `/` between them */
function streamOf(key: number | string, path: string): Rng {
  const uniform = seedrandom(key as string); // its types know texts only; numbers are taken as well

  function integer(below: number): number {
    requireOption(
      Number.isInteger(below) && below >= 1,
      'integer: below must be a whole number of at least 1',
      below,
      'give the number of outcomes',
    );
    return Math.floor(uniform() * below); // 53 random bits: no modulo bias worth the name
  }

  return {
    uniform: () => uniform(),
    normal() {
      // Box and Muller (1958). 1 - u lies in (0, 1], so the logarithm is finite.
      const radius = Math.sqrt(-2 * log(1 - uniform()));
      return radius * cos(2 * Math.PI * uniform());
    },
    integer,
    permutation(n) {
      requireOption(
        Number.isInteger(n) && n >= 0,
        'permutation: n must be a whole number of at least 0',
        n,
        'give the number of things to order',
      );
      const order = new Int32Array(n).map((_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = integer(i + 1);
        const kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      return order;
    },
    split(label) {
      const child = `${path}/${pathPart(String(label))}`;
      return streamOf(keyOf(child), child);
    },
  };
}

/** Checks that a generator was given. @throws OptionError that says how to make one; `who` opens the message */
export function requireRng(rng: Rng | undefined, who: string): asserts rng is Rng {
  requireOption(
    typeof rng?.uniform === 'function',
    `${who}: rng is needed, randomness is an argument here`,
    rng,
    'pass createRng(42)',
  );
}
