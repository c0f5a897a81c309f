// weights → penalty → loss, and the step that a penalty adds to gradient descent

export function l1Loss(dataLoss: number, weights: number[], lambda: number): number {
  let penalty = 0;
  for (const w of weights) penalty += Math.abs(w);
  return dataLoss + lambda * penalty;
}

export function l2Loss(dataLoss: number, weights: number[], lambda: number): number {
  let penalty = 0;
  for (const w of weights) penalty += w * w;
  return dataLoss + lambda * penalty;
}

export function l1Step(weights: number[], gradient: number[], lambda: number, learningRate: number): number[] {
  return weights.map((w, i) => w - learningRate * (gradient[i] + lambda * Math.sign(w)));
}

export function l2Step(weights: number[], gradient: number[], lambda: number, learningRate: number): number[] {
  return weights.map((w, i) => w - learningRate * (gradient[i] + 2 * lambda * w)); // (λw²)′ = 2λw
}
