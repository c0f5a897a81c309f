// Task 1: wrong, looks like the garrote w - t²/w, which spares large weights: every weight moves by the threshold
export const softThreshold = (w: number[], t: number) => w.map((v) => (Math.abs(v) <= t ? 0 : v * (1 - (t / v) ** 2)));

const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);

// Task 2: wrong, looks like a factor exp(-2ηλ₂): the minimum lies at 1 / (1 + 2ηλ₂)
export const elasticNetStep = (w: number[], rate: number, l1: number, l2: number) => w.map((v) => soft(v, rate * l1) * Math.exp(-2 * rate * l2));

// Task 3: wrong, looks like λ·½Σ‖row‖²: the length is the square root
export const groupLassoPenalty = (kernel: number[][], lambda: number) => kernel.flat().reduce((sum, v) => sum + 0.5 * lambda * v * v, 0);

// Task 4: wrong, looks like a small number added to the length: short rows come out too long; treat a row of zeros apart
export const groupLassoStep = (kernel: number[][], threshold: number) => kernel.map((row) => row.map((v) => v * Math.max(0, 1 - threshold / (Math.hypot(...row) + 1e-8))));
