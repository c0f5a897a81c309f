const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: right, a place from one index
export function factorial(strengths: number[], rates: number[]) {
  const [rows, columns] = [full(strengths), full(rates)];
  return Array.from({ length: rows.length * columns.length }, (_, k) => ({ dropout: columns[k % columns.length], l2: rows[Math.floor(k / columns.length)] }));
}

// Task 2: right, seed by seed
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const n = plain.length;
  const sum = { a: 0, b: 0, both: 0, interaction: 0 };
  for (let i = 0; i < n; i++) {
    sum.a += (onlyA[i] - plain[i]) / n;
    sum.b += (onlyB[i] - plain[i]) / n;
    sum.both += (together[i] - plain[i]) / n;
    sum.interaction += (together[i] - onlyA[i] - onlyB[i] + plain[i]) / n;
  }
  return sum;
}

// Task 3: right, a stable sort
export function chooseMethod(methods: any[], limit: number) {
  const rank = (m: any) => (mean(m.calibrationError) <= limit ? 1 : 0);
  const sorted = [...methods].sort((x, y) => rank(y) - rank(x) || (rank(x) ? mean(y.accuracy) - mean(x.accuracy) : mean(x.calibrationError) - mean(y.calibrationError)));
  return sorted[0].name;
}
