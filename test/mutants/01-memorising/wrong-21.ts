const average = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

// Task 2: wrong, looks like any small deviation taken for 0: a column may be in small units, so compare the values themselves
export function columnStatistics(x: number[][]) {
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const mean = columns.map(average);
  const scale = columns.map((column, j) => Math.sqrt(average(column.map((v) => (v - mean[j]) ** 2))));
  return { mean, scale: scale.map((s) => (s < 1e-12 ? 1 : s)) };
}
