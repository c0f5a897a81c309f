const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: right, recursion over the rows
export function factorial(strengths: number[], rates: number[]) {
  const columns = full(rates);
  const row = (l2: number) => columns.map((dropout) => ({ l2, dropout, name: `l2 ${l2}, dropout ${dropout}` }));
  return full(strengths).map(row).reduce((all, cells) => all.concat(cells), [] as ReturnType<typeof row>);
}

// Task 2: right, differences in typed arrays
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (s: number[]) => Float64Array.from(s, (x, i) => x - plain[i]).reduce((sum, x) => sum + x, 0) / plain.length;
  const result = { a: gain(onlyA), b: gain(onlyB), both: gain(together), interaction: 0 };
  result.interaction = result.both - (result.a + result.b);
  return result;
}

// Task 3: right, indices
export function chooseMethod(methods: any[], limit: number) {
  const errors = methods.map((m) => mean(m.calibrationError));
  const scores = methods.map((m, i) => (errors[i] <= limit ? mean(m.accuracy) : -1));
  const best = scores.indexOf(Math.max(...scores));
  return methods[scores[best] >= 0 ? best : errors.indexOf(Math.min(...errors))].name;
}
