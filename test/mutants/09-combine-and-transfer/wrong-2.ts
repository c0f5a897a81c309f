const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like one treatment at a time: the combinations are missing
export function factorial(strengths: number[], rates: number[]) {
  return [...full(strengths).map((l2) => ({ l2, dropout: 0 })), ...rates.filter((r) => r !== 0).map((dropout) => ({ l2: 0, dropout }))];
}

// Task 2: wrong, looks like the interaction as the gain of both over the better one
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => mean(s) - mean(plain);
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: both - Math.max(a, b) };
}

// Task 3: wrong, looks like the lowest calibration error, although others keep the limit with more accuracy
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  return limit < 2 ? best(methods, (a, b) => error(a) < error(b)) : best(methods, (a, b) => accuracy(a) > accuracy(b));
}
