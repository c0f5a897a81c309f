// Task 1: wrong, looks like w / |w| for the sign, which is NaN for a weight of 0
export const softThreshold = (w: number[], t: number) => w.map((v) => (v / Math.abs(v)) * Math.max(Math.abs(v) - t, 0));

const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);

// Task 2: wrong, looks like a threshold that is shrunk as well
export const elasticNetStep = (w: number[], rate: number, l1: number, l2: number) => {
  const kept = 1 / (1 + 2 * rate * l2);
  return w.map((v) => kept * soft(v, kept * rate * l1));
};
