const average = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const columnsOf = (x: number[][]) => x[0].map((_, j) => x.map((row) => row[j]));
const isConstant = (column: number[]) => column.every((v) => v === column[0]);

// Task 2: wrong, looks like the mean distance from the mean: square the distances, and take the root of their mean
export function columnStatistics(x: number[][]) {
  const mean = columnsOf(x).map(average);
  return { mean, scale: columnsOf(x).map((column, j) => (isConstant(column) ? 1 : average(column.map((v) => Math.abs(v - mean[j]))))) };
}

// Task 3: wrong, looks like a variance that divides by n - 1
export function scaleParts(...parts: number[][][]) {
  const columns = columnsOf(parts[0]);
  const mean = columns.map(average);
  const scale = columns.map((column, j) => (isConstant(column) ? 1 : Math.sqrt(column.reduce((sum, v) => sum + (v - mean[j]) ** 2, 0) / (column.length - 1))));
  return parts.map((part) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j])));
}
