// A place in one fixed buffer for each array that compiled code works on.

const line = 64; // bytes of a cache line

/** Hands out arrays that lie in one buffer, each in the first free place that is large enough, and takes them back. */
export class Heap {
  private readonly free: { start: number; end: number }[]; // in bytes, by address; never two that touch
  private readonly addresses = new Map<Float64Array, number>(); // asked for at each call: an array's own byteOffset is slow
  private readonly parts = new Set<Float64Array>();

  /** @param start the first byte that may be handed out, a multiple of 64 above 0 */
  constructor(
    private readonly buffer: ArrayBuffer,
    start: number,
  ) {
    this.free = [{ start, end: buffer.byteLength }];
  }

  /**
   * `length` numbers of undefined value; nothing when there is no room. An array has its cache lines to itself, so a loop
   * over pairs may reach past the end of an odd number of them, and no further.
   */
  allocate(length: number): Float64Array | undefined {
    const bytes = room(length);
    const place = this.free.find(({ start, end }) => end - start >= bytes);
    if (!place) return undefined;
    const array = new Float64Array(this.buffer, place.start, length);
    this.addresses.set(array, place.start);
    place.start += bytes;
    if (place.start === place.end) this.free.splice(this.free.indexOf(place), 1);
    return array;
  }

  /** The first `length` numbers of an array that was handed out here, as an array of its own, to be released too. */
  part(array: Float64Array, length: number): Float64Array {
    const part = array.subarray(0, length);
    this.addresses.set(part, this.address(array));
    this.parts.add(part);
    return part;
  }

  /** Takes back what {@link allocate} gave. The array must not be used any more: its place goes to another. */
  release(array: Float64Array): void {
    const start = this.address(array);
    if (start === 0) throw new Error('Heap: only what was allocated here can be released, and once');
    this.addresses.delete(array);
    if (this.parts.delete(array)) return; // its place is that of the whole
    const end = start + room(array.length);
    let at = this.free.findIndex((place) => place.start >= end);
    if (at < 0) at = this.free.length;
    this.free.splice(at, 0, { start, end });
    if (this.free[at + 1]?.start === end) this.free[at].end = this.free.splice(at + 1, 1)[0].end;
    if (this.free[at - 1]?.end === start) this.free[at - 1].end = this.free.splice(at, 1)[0].end;
  }

  /** The address of an array that was handed out here, in bytes; 0 for any other array. */
  address(array: Float64Array): number {
    return this.addresses.get(array) ?? 0;
  }
}

function room(length: number): number {
  return Math.max(1, Math.ceil((length * 8) / line)) * line;
}
