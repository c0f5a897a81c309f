// Where the numbers of a tensor live. A learner can skip this file: outside a training loop it is `new Float64Array`.

import type { Shape, Tensor } from './tensor';

/**
 * The memory of one repeated computation. Every repetition asks for tensors of the same shapes in the same order, so the
 * k-th request is answered with the k-th tensor of the repetition before, and a training step allocates nothing.
 *
 * A tensor made inside `run` is overwritten by the next `run`: take numbers out, not tensors.
 */
export class Workspace {
  private readonly tensors: Tensor[] = [];
  private next = 0;

  /** Runs one repetition. Not asynchronous: nothing else may allocate in between. */
  run<T>(computation: () => T): T {
    const outer = current;
    current = this;
    this.next = 0;
    try {
      return computation();
    } finally {
      current = outer;
    }
  }

  take<S extends Shape>(shape: S, size: number): Tensor<S> {
    const kept = this.tensors[this.next];
    if (kept && kept.data.length === size && kept.shape.length === shape.length && shape.every((n, i) => n === kept.shape[i])) {
      this.next++;
      return kept as Tensor<S>;
    }
    const made = { shape: [...shape] as unknown as S, data: new Float64Array(size) };
    this.tensors[this.next++] = made;
    return made;
  }
}

let current: Workspace | undefined;

/** A tensor from the running {@link Workspace}, or a fresh one. Its values are undefined. */
export function allocate<S extends Shape>(shape: S, size: number): Tensor<S> {
  return current ? current.take(shape, size) : { shape, data: new Float64Array(size) };
}
