// The compiled loops against the readable loops: every bit, on every shape and value.

import { expect } from 'chai';
import fc from 'fast-check';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { keepMask } from '../../src/layers/keep-mask';
import type { Layer } from '../../src/layers/layer';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { ReLU } from '../../src/layers/relu';
import { expOfRows } from '../../src/losses/softmax';
import { Adam } from '../../src/optimizers/adam';
import { totalGradient } from '../../src/optimizers/optimizer';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import type { CompiledLoops } from '../../src/tensor/compiled-loops';
import { loops, readableLoops, useLoops } from '../../src/tensor/loops';
import { multiply } from '../../src/tensor/matmul';
import { Workspace } from '../../src/tensor/memory';
import { createRng } from '../../src/tensor/random';
import { empty, type Tensor } from '../../src/tensor/tensor';

const odd = [0, -0, NaN, Infinity, -Infinity, 5e-324, -5e-324, 2.2e-308, -1e-310, 1.7e308, 1, -1];

/** Normal draws of many magnitudes; a share of them is replaced by the values that break careless arithmetic. */
function numbers(length: number, seed: number, oddShare: number): Float64Array {
  const rng = createRng(seed);
  return Float64Array.from({ length }, () =>
    rng.uniform() < oddShare ? odd[rng.integer(odd.length)] : rng.normal() * 10 ** (rng.integer(9) - 4),
  );
}

/** Same bits, but for the payload of a NaN: -0 is not 0. */
function expectSameBits(actual: Float64Array, expected: Float64Array): void {
  expect(actual.length).to.equal(expected.length);
  for (let i = 0; i < actual.length; i++) {
    if (!Object.is(actual[i], expected[i])) expect.fail(`element ${i}: ${actual[i]} is not ${expected[i]}`);
  }
}

/** What `compute` gives with this kernel, its tensors in the memory of the compiled loops. */
function computeWith(name: CompiledLoops['name'], compute: (workspace: Workspace) => Tensor[]): Float64Array[] {
  useLoops(name);
  const workspace = new Workspace();
  const tensors = workspace.run(() => compute(workspace));
  for (const { data } of tensors) expect(!!loops.current.heap?.address(data)).to.equal(name === 'compiled');
  workspace.release();
  return tensors.map(({ data }) => data);
}

function expectSameWithBothKernels(compute: (workspace: Workspace) => Tensor[]): void {
  const expected = computeWith('readable', compute);
  computeWith('compiled', compute).forEach((actual, i) => expectSameBits(actual, expected[i]));
}

const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 70 }) },
);
const seed = fc.integer({ min: 0, max: 1e6 });
const oddShare = fc.constantFrom(0, 0, 0.02, 0.5);

describe('the compiled loops', () => {
  let fast: CompiledLoops;

  before(() => {
    expect(useLoops('compiled')).to.equal('compiled');
    fast = loops.current;
  });

  afterEach(() => void useLoops('compiled'));

  /** A copy of `values` where the compiled loops reads without copying, or as any other array lies. */
  function place(values: Float64Array, inside: boolean): Float64Array {
    const array = inside ? fast.heap!.allocate(values.length)! : new Float64Array(values.length);
    array.set(values);
    return array;
  }

  function expectProductOfLoop(
    m: number,
    n: number,
    k: number,
    seed: number,
    oddShare: number,
    flags: readonly boolean[],
  ): void {
    const [transposeA, transposeB, aInside, bInside, yInside] = flags;
    const a = numbers(m * k, seed, oddShare);
    const b = numbers(k * n, seed + 1, oddShare);
    const expected = new Float64Array(m * n);
    multiply(m, n, k, a, transposeA, b, transposeB, expected);

    const [x, w, y] = [place(a, aInside), place(b, bInside), place(numbers(m * n, seed + 2, oddShare), yInside)];
    expect(fast.multiply!(m, n, k, x, transposeA, w, transposeB, y)).to.equal(true);
    expectSameBits(y, expected);
    expectSameBits(x, a);
    expectSameBits(w, b);
    for (const array of [x, w, y]) if (fast.heap!.address(array)) fast.heap!.release(array);
  }

  const fiveFlags = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

  it('multiplies to the bit as the readable loop, for all shapes, values, transposes and places in memory', () => {
    fc.assert(fc.property(size, size, size, seed, oddShare, fiveFlags, expectProductOfLoop), { numRuns: 400 });
  });

  it('multiplies to the bit as the readable loop where the sums are longer and the rows wider than a block of 256', () => {
    for (const k of [256, 257, 515]) expectProductOfLoop(5, 6, k, k, 0.001, [false, true, true, false, true]);
    for (const n of [256, 259, 515]) expectProductOfLoop(6, n, 3, n, 0, [true, false, true, true, true]);
    expectProductOfLoop(5, 258, 258, 1, 0, [false, true, true, true, true]);
  });

  const left = (values: Float64Array, others: Float64Array) => [values, others] as const;
  const right = (values: Float64Array, others: Float64Array) => [others, values] as const;

  /** A product of one operand with many zeros, as behind ReLU, which the compiled loops skips, and one that may hold a fault. */
  function expectProductWithZeros(m: number, n: number, k: number, seed: number, zeros: number, side: typeof left) {
    const rng = createRng(seed);
    const sizes = side === left ? [m * k, k * n] : [k * n, m * k];
    const many = Float64Array.from({ length: sizes[0] }, () =>
      rng.uniform() < zeros ? [0, -0][rng.integer(2)] : rng.normal(),
    );
    const others = Float64Array.from({ length: sizes[1] }, () => rng.normal() * 10 ** (rng.integer(9) - 4));
    for (const fault of [undefined, NaN, Infinity, -Infinity, -0, 5e-324, -1e-310]) {
      if (fault !== undefined && others.length > 0) others[rng.integer(others.length)] = fault;
      const [a, b] = side(many, others);
      for (const [transposeA, transposeB] of [
        [false, false],
        [false, true],
        [true, false],
        [true, true],
      ]) {
        const expected = new Float64Array(m * n);
        multiply(m, n, k, a, transposeA, b, transposeB, expected);
        const y = new Float64Array(m * n).fill(7);
        expect(fast.multiply!(m, n, k, a, transposeA, b, transposeB, y)).to.equal(true);
        expectSameBits(y, expected);
      }
    }
  }

  it('multiplies to the bit as the readable loop where most numbers are zeros, which it skips: also where one times a fault is NaN', () => {
    const share = fc.constantFrom(0.3, 0.5, 0.8, 1);
    const wide = fc.oneof(size, fc.constantFrom(16, 20, 24, 64));
    const side = fc.constantFrom(left, right);
    fc.assert(fc.property(wide, wide, size, seed, share, side, expectProductWithZeros), { numRuns: 100 });
    for (const side of [left, right]) {
      for (const k of [127, 128, 129, 300]) expectProductWithZeros(33, 21, k, k, 0.6, side);
      for (const wide of [255, 256, 257, 300]) {
        const [m, n] = side === left ? [34, wide] : [wide, 34];
        expectProductWithZeros(m, n, 5, wide, 0.6, side);
      }
    }
  });

  it('would notice a skipped zero that should have given NaN', () => {
    const [zeros, ones, y] = [new Float64Array(64), new Float64Array(64 * 16).fill(1), new Float64Array(16)];
    const faults = () => [...y].map((value, i) => (Number.isNaN(value) ? i : -1)).filter((i) => i >= 0);
    ones[16 * 9 + 3] = Infinity;
    expect(fast.multiply!(1, 16, 64, zeros, false, ones, false, y)).to.equal(true);
    expect(faults()).to.deep.equal([3]);
    expect(fast.multiply!(16, 1, 64, ones, true, zeros, false, y.fill(0))).to.equal(true);
    expect(faults()).to.deep.equal([3]);
  });

  it('would notice sums in another order: adding from the last product gives other bits', () => {
    const rng = createRng(1);
    const [a, b] = [1, 2].map(() => Float64Array.from({ length: 1000 }, () => rng.normal()));
    const [y, reversed] = [new Float64Array(1), new Float64Array(1)];
    multiply(1, 1, 1000, a, false, b, false, y);
    multiply(1, 1, 1000, a.slice().reverse(), false, b.slice().reverse(), false, reversed);
    expect(reversed[0]).to.be.closeTo(y[0], 1e-12).and.not.equal(y[0]);
    expect(() => expectSameBits(reversed, y)).to.throw('element 0');
    expect(() => expectSameBits(Float64Array.of(-0), Float64Array.of(0))).to.throw('element 0');
  });

  it('leaves a product that would overwrite its own operands to the readable loop', () => {
    const a = place(numbers(9, 1, 0), true);
    const before = a.slice();
    expect(fast.multiply!(3, 3, 3, a, false, numbers(9, 2, 0), false, a)).to.equal(false);
    expectSameBits(a, before);
    fast.heap!.release(a);
    expect(fast.multiply!(3, 3, 3, before, false, before, false, before)).to.equal(false);
  });

  it('steps Adam to the bit as the readable loop', () => {
    fc.assert(
      fc.property(size, seed, oddShare, (length, seed, oddShare) => {
        expectSameWithBothKernels((workspace) => {
          const adam = new Adam({ learningRate: 0.01, beta1: 0.8 });
          const value = { shape: [length], data: numbers(length, seed, oddShare) };
          const grad = { shape: [length], data: new Float64Array(length) };
          const parameter = { name: 'kernel', value, grad };
          const tensors = [value, grad, ...adam.state([parameter])];
          tensors.forEach((tensor) => workspace.adopt(tensor));
          const result = [value, ...adam.state([parameter])].map(({ shape }) => empty(shape));
          for (let step = 1; step <= 3; step++) {
            grad.data.set(numbers(length, seed + step, oddShare));
            adam.step([parameter]);
          }
          [value, ...adam.state([parameter])].forEach(({ data }, i) => result[i].data.set(data));
          return result;
        });
      }),
      { numRuns: 60 },
    );
  });

  const layers: Record<string, () => Layer> = {
    'Dense(5)': () => new Dense(5),
    'Dense(6)': () => new Dense(6),
    'Dense(1)': () => new Dense(1),
    ReLU: () => new ReLU(),
    Dropout: () => new Dropout(0.3),
  };
  for (const [name, make] of Object.entries(layers)) {
    it(`sends ${name} forward and backward to the bit as its readable loops`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 70 }),
          fc.integer({ min: 1, max: 12 }),
          seed,
          oddShare,
          (rows, columns, seed, oddShare) => {
            expectSameWithBothKernels((workspace) => {
              const layer = make();
              const [units] = layer.build([columns], createRng(seed));
              for (const { value, grad } of layer.parameters)
                [value, grad].forEach((tensor) => workspace.adopt(tensor));
              const [x, dy] = [empty([rows, columns]), empty([rows, units])];
              x.data.set(numbers(x.data.length, seed, oddShare));
              dy.data.set(numbers(dy.data.length, seed + 1, oddShare));
              const y = layer.forward(x, { training: true, rng: createRng(seed) });
              const dx = layer.backward(dy);
              const grads = layer.parameters.map(({ grad }) => {
                const copy = empty(grad.shape);
                copy.data.set(grad.data);
                return copy;
              });
              return [y, dx, ...grads];
            });
          },
        ),
        { numRuns: 60 },
      );
    });
  }

  it('sends MaxPool2D forward and backward to the bit as its readable loops, windows that overlap and leave the image too', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        seed,
        oddShare,
        (height, width, channels, strides, seed, oddShare) => {
          fc.pre(height > 0 && width > 0);
          expectSameWithBothKernels(() => {
            const layer = new MaxPool2D([2, 3], { strides, padding: 'same' });
            const x = empty([2, height, width, channels]);
            const dy = empty([2, ...layer.build([height, width, channels])]);
            x.data.set(numbers(x.data.length, seed, oddShare));
            dy.data.set(numbers(dy.data.length, seed + 1, oddShare));
            return [layer.forward(x), layer.backward(dy)];
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws the dropout mask of the readable loop also where the hash of a place is exactly the threshold', () => {
    const keeps = (threshold: number) => keepMask([1], threshold / 2 ** 32, createRng(7)).data[0] > 0;
    useLoops('readable');
    let [kept, dropped] = [0, 2 ** 32];
    while (dropped - kept > 1) {
      const middle = Math.floor((kept + dropped) / 2);
      if (keeps(middle)) kept = middle;
      else dropped = middle;
    }
    const thresholds = [kept, kept + 0.5, dropped, 2 ** 32 - 0.5]; // the last has no whole number above it in 32 bits
    expect(thresholds.map(keeps)).to.deep.equal([true, false, false, false]);
    for (const threshold of thresholds) {
      expectSameWithBothKernels(() => [keepMask([9], threshold / 2 ** 32, createRng(7))]);
    }
  });

  function expectExponentialsOfLoop(rows: number, classes: number, values: Float64Array): void {
    expectSameWithBothKernels(() => {
      const logits = empty([rows, classes]);
      logits.data.set(values);
      return [expOfRows(logits)];
    });
  }

  it('takes the exponentials of softmax to the bit as the readable loop, on every scale, also with NaN and Infinity', () => {
    const scale = fc.constantFrom(1e-9, 1e-8, 1e-3, 1, 30, 400, 1e4);
    const classes = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(size, classes, scale, seed, oddShare, (rows, classes, scale, seed, oddShare) => {
        const rng = createRng(seed);
        const values = numbers(rows * classes, seed, oddShare);
        expectExponentialsOfLoop(
          rows,
          classes,
          values.map((value) => (rng.uniform() < 0.9 ? scale * rng.normal() : value)),
        );
      }),
      { numRuns: 200 },
    );
    const steps = Float64Array.from({ length: 40_001 }, (_, i) => -i * 0.018); // to -720: from -708 on the readable loop does it
    for (const end of [20_000, 39_000, 40_001]) expectExponentialsOfLoop(1, end, steps.subarray(0, end));
  });

  for (const regularizer of [l1(0.3), l2(0.3)]) {
    it(`adds the gradient of ${regularizer.name} to the bit as the readable loops`, () => {
      fc.assert(
        fc.property(size, seed, oddShare, (length, seed, oddShare) => {
          expectSameWithBothKernels(() => {
            const [value, grad] = [empty([length]), empty([length])];
            value.data.set(numbers(length, seed, oddShare));
            grad.data.set(numbers(length, seed + 1, oddShare));
            return [regularizer.gradient(value), totalGradient({ name: 'kernel', value, grad, regularizer })];
          });
        }),
        { numRuns: 60 },
      );
    });
  }

  it('writes nothing behind its results, whatever their length', () => {
    const held: Float64Array[] = [];
    const array = (length: number) => {
      const [values, guard] = [length, 8].map((length) => fast.heap!.allocate(length)!);
      expect(guard.byteOffset - values.byteOffset).to.equal(Math.ceil(length / 8) * 64); // the next thing in memory
      guard.fill(7);
      held.push(values, guard);
      return values.fill(1);
    };
    const numbers = { beta1: 0.9, beta2: 0.99, rate: 0.1, tiny: 1e-8 };
    const window = { first: 0, rows: 1, columns: 1, rowStep: 1 };
    const calls: ((n: number) => boolean)[] = [
      (n) => fast.multiply!(1, n, 3, array(3), false, array(3 * n), false, array(n)),
      (n) => fast.multiply!(n, 1, 3, array(3 * n), false, array(3), true, array(n)),
      (n) => fast.multiply!(2, n, 40, array(80).fill(0), false, array(40 * n), true, array(2 * n)),
      (n) => fast.adam!(array(n), array(n), array(n), array(n), numbers),
      (n) => fast.expOfRows!(n, array(n), array(n)),
      (n) => fast.keepMask!(1, 2, 0.3, array(n)),
      (n) => fast.relu!(array(n), array(n)),
      (n) => fast.reluBackward!(array(n), array(n), array(n)),
      (n) => fast.times!(array(n), array(n), array(n)),
      (n) => fast.plus!(array(n), array(n), array(n)),
      (n) => fast.scale!(2, array(n), array(n)),
      (n) => fast.scaleSigns!(2, array(n), array(n)),
      (n) => fast.addToRows!(array(3 * n), array(n)),
      (n) => fast.sumRows!(array(3 * n), array(n)),
      (n) => fast.maxOfWindow!(array(n), { ...window, channels: n }, array(n), array(n), 0),
      (n) => fast.addAtPlaces!(array(n), array(n), array(2 * n)),
    ];
    expect(calls.length - 2).to.equal(Object.values(fast).filter((value) => typeof value === 'function').length);
    for (const call of calls) {
      for (let n = 1; n <= 33; n++) {
        expect(call(n)).to.equal(true);
        held.forEach(
          (values, i) => i % 2 === 1 && expect([...values], `${call}, ${n}`).to.deep.equal(Array(8).fill(7)),
        );
        held.splice(0).forEach((values) => fast.heap!.release(values));
      }
    }
  });

  it('leaves everything but products to the readable loops when the numbers lie elsewhere', () => {
    const [x, y] = [Float64Array.of(-1, 2), new Float64Array(2)];
    expect(fast.relu!(x, y)).to.equal(false);
    expect(fast.keepMask!(1, 2, 0.3, y)).to.equal(false);
    expect([...y]).to.deep.equal([0, 0]);
  });

  it("useLoops('readable') switches to plain TypeScript, and 'compiled' back", () => {
    expect(useLoops('readable')).to.equal('readable');
    expect(loops.current).to.equal(readableLoops);
    expect(useLoops('compiled')).to.equal('compiled');
    expect(loops.current).to.equal(fast);
  });
});
