const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like the fields exchanged
export function factorial(strengths: number[], rates: number[]) {
  return full(strengths).flatMap((dropout) => full(rates).map((l2) => ({ l2, dropout })));
}

// Task 2: wrong, looks like half the interaction: there is no mean of the two effects in it
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => mean(s) - mean(plain);
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: both - (a + b) / 2 };
}

// Task 3: wrong, looks like one lucky seed: the mean accuracy decides, not the highest
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  const kept = methods.filter((m) => error(m) <= limit);
  const top = (m: any) => Math.max(...m.accuracy);
  return kept.length ? best(kept, (a, b) => top(a) > top(b)) : best(methods, (a, b) => error(a) < error(b));
}
