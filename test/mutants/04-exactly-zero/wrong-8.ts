// Task 1: wrong, looks like a move away from zero: the sign is turned
export const softThreshold = (w: number[], t: number) => w.map((v) => v + t * Math.sign(v));

// Task 2: wrong, looks like the shrinkage alone: λ₁ is missing
export const elasticNetStep = (w: number[], eta: number, _l1: number, l2: number) => w.map((v) => v / (1 + 2 * eta * l2));

// Task 3: wrong, looks like the largest weight of each row in place of its length
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel.reduce((sum, row) => sum + Math.max(...row.map(Math.abs)), 0);

// Task 4: wrong, looks like the square of the length: take its root
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => {
  const squares = row.reduce((sum, v) => sum + v * v, 0);
  return row.map((v) => (squares > t ? (1 - t / squares) * v : 0));
});
