type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: right, typed lists inside
export function factorial(strengths: number[], rates: number[]) {
  const [rows, columns] = [strengths, rates].map((levels) => Float64Array.from(new Set(levels.includes(0) ? levels : [0, ...levels])));
  return Array.from({ length: rows.length * columns.length }, (_, k) => ({
    l2: rows[Math.floor(k / columns.length)],
    dropout: columns[k % columns.length],
  }));
}

// Task 2: right, running means
export function effects(plain: number[], ...treated: number[][]) {
  const [a, b, both] = treated.map((scores) => scores.reduce((so, score, k) => so + (score - plain[k] - so) / (k + 1), 0));
  return { a, b, both, interaction: both - (a + b) };
}

// Task 3: right, the highest number first, then who has it
export function chooseMethod(methods: Method[], limit: number) {
  const table = methods.map(({ name, accuracy, calibrationError }) => ({ name, high: mean(accuracy), off: mean(calibrationError) }));
  const lowest = Math.min(...table.map(({ off }) => off));
  if (lowest > limit) return table.find(({ off }) => off === lowest)!.name;
  const kept = table.filter(({ off }) => off <= limit);
  return kept.find(({ high }) => high === Math.max(...kept.map((one) => one.high)))!.name;
}
