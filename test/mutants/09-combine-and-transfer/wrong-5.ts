const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like the k-th strength only with the k-th rate: a factorial crosses them
export function factorial(strengths: number[], rates: number[]) {
  return full(strengths).map((l2, k) => ({ l2, dropout: full(rates)[k] }));
}

// Task 2: wrong, looks like only the first seed
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const [a, b, both] = [onlyA, onlyB, together].map((s) => s[0] - plain[0]);
  return { a, b, both, interaction: both - a - b };
}

// Task 3: wrong, looks like when nobody keeps the limit, the highest accuracy: then the lowest calibration error decides
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  const kept = methods.filter((m) => error(m) <= limit);
  return best(kept.length ? kept : methods, (a, b) => accuracy(a) > accuracy(b));
}
