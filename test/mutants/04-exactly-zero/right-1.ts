// Task 1: right, case by case
export function softThreshold(w: number[], t: number): number[] {
  const v: number[] = [];
  for (const weight of w) {
    if (weight > t) v.push(weight - t);
    else if (weight < -t) v.push(weight + t);
    else v.push(0);
  }
  return v;
}

// Task 2: right, from the two cases of the derivative
export function elasticNetStep(w: number[], eta: number, l1: number, l2: number): number[] {
  return w.map((weight) => {
    const above = (weight - eta * l1) / (1 + 2 * eta * l2);
    const below = (weight + eta * l1) / (1 + 2 * eta * l2);
    return above > 0 ? above : below < 0 ? below : 0;
  });
}

// Task 3: right, with loops
export function groupLassoPenalty(kernel: number[][], lambda: number): number {
  let penalty = 0;
  for (const row of kernel) {
    let squares = 0;
    for (const w of row) squares += w ** 2;
    penalty += lambda * Math.sqrt(squares);
  }
  return penalty;
}

// Task 4: right, with the new length divided by the old one
export function groupLassoStep(kernel: number[][], t: number): number[][] {
  return kernel.map((row) => {
    const length = Math.sqrt(row.reduce((sum, w) => sum + w * w, 0));
    if (length <= t) return row.map(() => 0);
    return row.map((w) => (w * (length - t)) / length);
  });
}
