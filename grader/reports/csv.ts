// class result → CSV, a row for each submission, a column for each task

import type { ClassResult } from '../result';

/** RFC 4180, with the score, the status of every task and the problem. */
export function csvReport({ submissions }: ClassResult): string {
  const tasks =
    submissions[0]?.exercises.flatMap(({ slug, tasks }) => tasks.map(({ id }) => `${slug} task ${id}`)) ?? [];
  const header = ['name', 'score', 'points', ...tasks.flatMap((task) => [task, `${task} status`]), 'problem'];
  const rows = submissions.map(({ name, score, points, exercises, problem }) => {
    const results = exercises.flatMap((exercise) => exercise.tasks.flatMap((task) => [task.score, task.status]));
    return [name, score, points, ...results, problem ?? ''];
  });
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet does not take for a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
