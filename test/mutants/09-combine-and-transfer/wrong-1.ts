const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: wrong, looks like column by column: the strengths of L2 are the rows
export function factorial(strengths: number[], rates: number[]) {
  const cells = [];
  for (const dropout of full(rates)) for (const l2 of full(strengths)) cells.push({ l2, dropout });
  return cells;
}

// Task 2: wrong, looks like an interaction with its sign turned: gaining less than the sum is negative
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => mean(s) - mean(plain);
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: a + b - both };
}

// Task 3: wrong, looks like the highest accuracy, whatever the limit
export function chooseMethod(methods: any[], limit: number) {
  const error = (m: any) => mean(m.calibrationError);
  const accuracy = (m: any) => mean(m.accuracy);
  const best = (list: any[], better: (a: any, b: any) => boolean) => list.reduce((x, m) => (better(m, x) ? m : x)).name;
  return limit < 2 ? best(methods, (a, b) => accuracy(a) > accuracy(b)) : best(methods, (a, b) => error(a) < error(b));
}
