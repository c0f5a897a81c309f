const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like a 0 put in front of a list that has one already
export function factorial(strengths: number[], rates: number[]) {
  return [0, ...strengths].flatMap((l2) => [0, ...rates].map((dropout) => ({ l2, dropout })));
}

// Task 2: wrong, looks like sums over the seeds in place of means
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => s.reduce((sum, x, i) => sum + x - plain[i], 0);
  const [a, b, both] = [onlyA, onlyB, together].map(gain);
  return { a, b, both, interaction: both - a - b };
}

// Task 3: wrong, looks like a limit that is kept by less than the limit only: at most the limit is enough
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  const kept = methods.filter((m) => error(m) < limit);
  return kept.length ? best(kept, (a, b) => accuracy(a) > accuracy(b)) : best(methods, (a, b) => error(a) < error(b));
}
