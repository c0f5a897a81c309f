const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
const full = (v: number[]) => (v.includes(0) ? v : [0, ...v]);

// Task 1: right, loops
export function factorial(strengths: number[], rates: number[]) {
  const [rows, columns] = [full(strengths), full(rates)];
  const cells = [];
  for (let i = 0; i < rows.length; i++) for (let j = 0; j < columns.length; j++) cells.push({ l2: rows[i], dropout: columns[j] });
  return cells;
}

// Task 2: right, means of scores
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const m = [plain, onlyA, onlyB, together].map(mean);
  return { a: m[1] - m[0], b: m[2] - m[0], both: m[3] - m[0], interaction: m[3] - m[1] - m[2] + m[0] };
}

// Task 3: right, one loop
export function chooseMethod(methods: any[], limit: number) {
  let winner = '';
  let top = -Infinity;
  let fallback = '';
  let lowest = Infinity;
  for (const { name, accuracy, calibrationError } of methods) {
    const [a, e] = [mean(accuracy), mean(calibrationError)];
    if (e <= limit && a > top) [winner, top] = [name, a];
    if (e < lowest) [fallback, lowest] = [name, e];
  }
  return winner || fallback;
}
