const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);

// Task 1: wrong, looks like a step that crosses zero: small weights must stop there
export const softThreshold = (w: number[], t: number) => w.map((v) => v - t * Math.sign(v));

// Task 2: wrong, looks like a shrinkage by 1 + ηλ₂: the 2 of (λw²)′ is missing
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => w.map((v) => soft(v, eta * l1) / (1 + eta * l2));

// Task 3: wrong, looks like λ·Σ|w|: that is L1, without groups
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel.flat().reduce((sum, v) => sum + Math.abs(v), 0);

// Task 4: wrong, looks like the soft threshold of each weight: that is L1, a row goes as a whole
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => soft(v, t)));
