const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like the untreated cells are missing: 0 belongs to both lists
export function factorial(strengths: number[], rates: number[]) {
  return strengths.flatMap((l2) => rates.map((dropout) => ({ l2, dropout })));
}

// Task 2: wrong, looks like scores in place of gains: the plain network has to be taken off
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const [a, b, both] = [onlyA, onlyB, together].map(mean);
  return { a, b, both, interaction: both - a - b };
}

// Task 3: wrong, looks like a limit for the worst seed: it is one for the mean
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  const kept = methods.filter((m) => m.calibrationError.every((e: number) => e <= limit));
  return kept.length ? best(kept, (a, b) => accuracy(a) > accuracy(b)) : best(methods, (a, b) => error(a) < error(b));
}
