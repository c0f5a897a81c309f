// Products of matrices by shape, beside what 128-bit vectors can do at most: a loop that only multiplies and adds in registers.

import { createRequire } from 'node:module';
import { registerLimit } from './register-limit.mjs';
import { median, table } from './turns.mjs';

const { createRng, matmul, tensor } = createRequire(import.meta.url)('../dist/index.js');
const { Workspace } = createRequire(import.meta.url)('../dist/tensor/memory.js');

const shapes = [
  [64, 20, 128],
  [64, 128, 64],
  [64, 64, 2],
  [1280, 128, 64],
  [128, 784, 256],
  [256, 256, 256],
  [512, 512, 512],
];
const forms = {
  'a·b': {},
  'aᵀ·b': { transposeA: true },
  'a·bᵀ': { transposeB: true },
  'a·b, half of a is 0': { zeros: 1 / 2 },
  'a·b, 3/4 of a is 0': { zeros: 3 / 4 },
};

/** Part of run.mjs. */
export function measure({ rounds, say }) {
  const limits = [];
  const cells = shapes.map((shape) => Object.keys(forms).map((form) => ({ shape, form, rates: [] })));
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: products`);
    limits.push(registerLimit());
    for (const cell of cells.flat()) cell.rates.push(rate(cell.shape, forms[cell.form]));
  }
  say('');
  const limit = Math.max(...limits);
  const products = cells.flat().map(({ shape, form, rates }) => ({
    shape,
    form,
    gflops: { max: Math.max(...rates), median: median(rates) },
  }));
  const rows = shapes.map((shape, i) => [
    shape.join(' × '),
    ...cells[i].map(
      ({ rates }) => `${Math.max(...rates).toFixed(1)} (${((100 * Math.max(...rates)) / limit).toFixed(0)} %)`,
    ),
  ]);
  const text = `## Products of matrices

GFLOP/s, best of ${rounds}, and the part of the ${limit.toFixed(1)} GFLOP/s that a loop reaches which multiplies and adds 128-bit vectors in registers and touches no memory. Products with a zero count too, though the compiled loops skip them: behind ReLU half of the numbers are zero, behind Dropout more.

${table(['rows × inner × columns', ...Object.keys(forms)], rows)}`;
  return { json: { products: { limit, products } }, text };
}

/** GFLOP/s of a product that is repeated for about 50 ms; a product with a zero counts like any other. */
function rate([m, k, n], { zeros = 0, ...form }) {
  const random = createRng(1);
  const fill = (rows, columns) =>
    tensor(
      [rows, columns],
      Float64Array.from({ length: rows * columns }, (_, i) => ((i * 37) % 101) / 50 - 1),
    );
  const a = form.transposeA ? fill(k, m) : fill(m, k);
  for (let i = 0; i < a.data.length; i++) if (random.uniform() < zeros) a.data[i] = 0;
  const b = form.transposeB ? fill(n, k) : fill(k, n);
  const space = new Workspace(); // as in a training step: operands and result inside the memory of the compiled loops
  space.adopt(a);
  space.adopt(b);
  const product = () => space.run(() => void matmul(a, b, form));
  const times = Math.ceil(5e8 / (m * k * n));
  for (let i = 0; i < times / 4; i++) product();
  const start = performance.now();
  for (let i = 0; i < times; i++) product();
  const seconds = (performance.now() - start) / 1000;
  space.release();
  return (2 * m * k * n * times) / seconds / 1e9;
}
