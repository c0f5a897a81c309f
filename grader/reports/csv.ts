// class result → CSV, a row for each submission, a column for each task
//
// pandas, R and spreadsheets guess the type of a column: in `name`, a class of numbers loses its leading zeros and a learner
// called NA becomes a missing value, with quotes around it or without. The column `submission` names the same rows in a
// form that nothing guesses wrong. To read `name` as it is: `pd.read_csv(f, dtype={'name': str}, keep_default_na=False)`,
// `read.csv(f, colClasses = c(name = "character"), na.strings = character())`.

import { remarks, type ClassResult } from '../run/result';

/** RFC 4180, with the score, the status of every task, and what has to be known of the row. */
export function csvReport({ submissions }: ClassResult): string {
  const tasks =
    submissions[0]?.exercises.flatMap(({ slug, tasks }) => tasks.map(({ id }) => `${slug} task ${id}`)) ?? [];
  const header = [
    'name',
    'score',
    'points',
    ...tasks.flatMap((task) => [task, `${task} status`]),
    'problem',
    'submission',
  ];
  const rows = submissions.map((one) => {
    const results = one.exercises.flatMap((exercise) => exercise.tasks.flatMap((task) => [task.score, task.status]));
    return [one.name, one.score, one.points, ...results, remarks(one), `submission ${one.name}`];
  });
  return csv([header, ...rows]);
}

/** Rows of cells as RFC 4180 writes them. */
export function csv(rows: (string | number)[][]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet does not take for a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
