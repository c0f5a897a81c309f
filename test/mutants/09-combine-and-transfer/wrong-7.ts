const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like the lists sorted: a list that has a 0 keeps its order
export function factorial(strengths: number[], rates: number[]) {
  const up = (v: number[]) => [...full(v)].sort((a, b) => a - b);
  return up(strengths).flatMap((l2) => up(rates).map((dropout) => ({ l2, dropout })));
}

// Task 2: wrong, looks like the interaction without one of the two effects
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => mean(s) - mean(plain);
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: both - a };
}

// Task 3: wrong, looks like the last of equal ones: it is the first
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  const kept = methods.filter((m) => error(m) <= limit);
  return kept.length ? best(kept, (a, b) => accuracy(a) >= accuracy(b)) : best(methods, (a, b) => error(a) <= error(b));
}
