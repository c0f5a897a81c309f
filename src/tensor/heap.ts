// A part of one fixed buffer for each tensor that compiled code works on.

const alignment = 64; // bytes of a cache line

/** Hands out arrays that lie in one buffer, the first free place that is large enough, and takes them back. */
export class Heap {
  private readonly free: { start: number; end: number }[]; // in bytes, by address; never two that touch

  /** @param start the first byte that may be handed out, a multiple of 64 */
  constructor(
    readonly buffer: ArrayBuffer,
    start: number,
  ) {
    this.free = [{ start, end: buffer.byteLength }];
  }

  /** `length` numbers of undefined value; nothing when there is no room. */
  allocate(length: number): Float64Array | undefined {
    const bytes = room(length);
    const place = this.free.find(({ start, end }) => end - start >= bytes);
    if (!place) return undefined;
    const array = new Float64Array(this.buffer, place.start, length);
    place.start += bytes;
    if (place.start === place.end) this.free.splice(this.free.indexOf(place), 1);
    return array;
  }

  /** Takes back what {@link allocate} gave. The array must not be used any more: its place goes to another. */
  release(array: Float64Array): void {
    const start = array.byteOffset;
    const end = start + room(array.length);
    let at = this.free.findIndex((place) => place.start >= end);
    if (at < 0) at = this.free.length;
    this.free.splice(at, 0, { start, end });
    if (this.free[at + 1]?.start === end) this.free[at].end = this.free.splice(at + 1, 1)[0].end;
    if (this.free[at - 1]?.end === start) this.free[at - 1].end = this.free.splice(at, 1)[0].end;
  }

  /** Whether an array lies in this buffer. */
  holds(array: Float64Array): boolean {
    return array.buffer === this.buffer;
  }
}

function room(length: number): number {
  return Math.max(1, Math.ceil((length * 8) / alignment)) * alignment;
}
