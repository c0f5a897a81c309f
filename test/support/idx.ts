// shape, numbers → the bytes of an IDX file.

/** An IDX file as the description of the format has it. */
export function idx(shape: number[], data: number[], type = 8): Uint8Array {
  const lengths = shape.flatMap((length) => [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]);
  return Uint8Array.of(0, 0, type, shape.length, ...lengths, ...data);
}
