// The most that 128-bit vectors of two float64 can do on this machine: acc ← acc · x + y for twelve accumulators, in WebAssembly.

const accumulators = 12;
const rounds = 20e6;

/** GFLOP/s: a multiplication and an addition count as two. */
export function registerLimit() {
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(loopModule())).exports;
  run(rounds / 20); // so that it is compiled
  const start = performance.now();
  run(rounds);
  return (rounds * accumulators * 2 * 2) / (performance.now() - start) / 1e6;
}

/** A module with one function, `run(times: i32): f64`, written in the bytes of the WebAssembly specification. */
function loopModule() {
  const [i32, f64, v128] = [0x7f, 0x7c, 0x7b];
  const get = (local) => [0x20, local];
  const set = (local) => [0x21, local];
  const simd = (code) => (code < 128 ? [0xfd, code] : [0xfd, (code & 127) | 128, code >> 7]);
  const constant = (value) => [0x44, ...new Uint8Array(Float64Array.of(value).buffer), ...simd(0x14)]; // f64.const, f64x2.splat
  const [multiply, add] = [simd(0xf2), simd(0xf0)];
  const [x, y] = [accumulators + 1, accumulators + 2]; // local 0 counts down, the accumulators follow it
  const each = Array.from({ length: accumulators }, (_, i) => i + 1);
  const body = [
    ...[1, accumulators + 2, v128], // locals
    ...[...constant(0.999), ...set(x), ...constant(0.001), ...set(y)],
    ...each.flatMap((acc) => [...constant(acc), ...set(acc)]),
    ...[0x03, 0x40], // loop
    ...each.flatMap((acc) => [...get(acc), ...get(x), ...multiply, ...get(y), ...add, ...set(acc)]),
    ...[...get(0), 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b], // count down, branch while not 0, end
    ...get(1),
    ...each.slice(1).flatMap((acc) => [...get(acc), ...add]),
    ...[...simd(0x21), 0, 0x0b], // f64x2.extract_lane 0, end
  ];
  const section = (id, bytes) => [id, ...size(bytes.length), ...bytes];
  const size = (n) => (n < 128 ? [n] : [(n & 127) | 128, n >> 7]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, i32, 1, f64]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode('run'), 0, 0]),
    ...section(10, [1, ...size(body.length), ...body]),
  ]);
}
