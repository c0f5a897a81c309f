// Where the numbers of a tensor live. A learner can skip this file: outside a training loop it is `new Float64Array`.

import { loops } from './loops';
import type { Shape, Tensor } from './shape';

/**
 * The memory of one repeated computation. Every repetition asks for tensors of the same shapes in the same order, so the
 * k-th request is answered with the k-th tensor of the repetition before, and a training step allocates nothing. The last
 * batch of an epoch may have fewer rows: another shape gets a tensor of its own, in the same memory if it is smaller.
 *
 * A tensor made inside `run` is overwritten by the next `run`: take numbers out, not tensors. The tensors lie in the memory
 * of the compiled loops while there is room, so that nothing has to be copied; `release` gives the room back.
 */
export class Workspace {
  private readonly heap = loops.current.heap;
  private readonly places: Tensor[][] = []; // of the k-th request: a tensor for each shape that was asked for there
  private readonly adopted: { tensor: Tensor; home: Float64Array; away: Float64Array }[] = [];
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
    const place = (this.places[this.next++] ??= []);
    for (const kept of place) if (sameLengths(kept.shape, shape)) return kept as Tensor<S>;
    const larger = place.find(({ data }) => data.length >= size);
    const made = { shape: [...shape] as unknown as S, data: larger ? this.part(larger.data, size) : this.fresh(size) };
    place.push(made);
    return made;
  }

  private fresh(size: number): Float64Array {
    return this.heap?.allocate(size) ?? new Float64Array(size);
  }

  private part(data: Float64Array, size: number): Float64Array {
    return this.heap?.address(data) ? this.heap.part(data, size) : data.subarray(0, size);
  }

  /** Moves the numbers of a tensor into the memory of the compiled loops until `release`. Its `data` is another array meanwhile. */
  adopt(tensor: Tensor): void {
    const away = this.heap?.address(tensor.data) ? undefined : this.heap?.allocate(tensor.data.length);
    if (!away) return; // it is there already, or there is no room
    away.set(tensor.data);
    this.adopted.push({ tensor, home: tensor.data, away });
    tensor.data = away;
  }

  /**
   * Brings the adopted tensors home, with the numbers they have now, and gives up all memory. A tensor that was made inside
   * `run` keeps its numbers, in an array that only its views share.
   */
  release(): void {
    for (const { tensor, home, away } of this.adopted.splice(0)) {
      home.set(away);
      tensor.data = home;
      moveViews(away, home);
      this.heap?.release(away);
    }
    for (const tensor of this.places.splice(0).flat()) {
      const { data } = tensor;
      tensor.data = data.slice();
      moveViews(data, tensor.data);
      if (this.heap?.address(data)) this.heap.release(data);
    }
  }
}

let current: Workspace | undefined;

/** The views that were made of an array inside `run`, one for each shape: they have to move with it. */
const views = new WeakMap<Float64Array, Tensor[]>();

function moveViews(from: Float64Array, to: Float64Array): void {
  for (const tensor of views.get(from) ?? []) tensor.data = to;
  views.delete(from);
}

/** A tensor from the running {@link Workspace}, or a fresh one. Its values are undefined. */
export function allocate<S extends Shape>(shape: S, size: number): Tensor<S> {
  return current ? current.take(shape, size) : { shape, data: new Float64Array(size) };
}

/** An array under another shape: inside a running {@link Workspace} the same tensor in each repetition. */
export function view<S extends Shape>(shape: S, data: Float64Array): Tensor<S> {
  if (!current) return { shape, data };
  const made = views.get(data) ?? [];
  for (const kept of made) if (sameLengths(kept.shape, shape)) return kept as Tensor<S>;
  const tensor = { shape: [...shape] as unknown as S, data };
  views.set(data, [...made, tensor]);
  return tensor;
}

function sameLengths(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
