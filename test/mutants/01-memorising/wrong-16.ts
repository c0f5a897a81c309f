const average = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const columnsOf = (x: number[][]) => x[0].map((_, j) => x.map((row) => row[j]));

// Task 2: wrong, looks like any small deviation taken for 0: a column may be in small units, so compare the values themselves
export function columnStatistics(x: number[][]) {
  const mean = columnsOf(x).map(average);
  const scale = columnsOf(x).map((column, j) => Math.sqrt(average(column.map((v) => (v - mean[j]) ** 2))));
  return { mean, scale: scale.map((s) => (s < 1e-8 ? 1 : s)) };
}

// Task 3: wrong, looks like a division by the variance: the standard deviation is its square root
export function scaleParts(...parts: number[][][]) {
  const { mean, scale } = columnStatistics(parts[0]);
  return parts.map((part) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j] ** 2)));
}
