// result → what the people who grade read: every case, hidden inputs too, and the class as a whole

import { clean } from '../spec/show-value';
import { isFault, isMissing, decisions, type ClassResult, type SubmissionResult, type TaskResult } from '../run/result';
import { levelMeaning } from '../sandbox/level';
import { explain } from './explain';
import { textReport } from './learner';

/** The report of one submission with its hidden cases: every case that failed, in full. */
export function staffReport(result: SubmissionResult): string {
  const details = result.exercises.flatMap(({ slug, tasks }) =>
    tasks.flatMap((task) =>
      task.cases
        .filter(({ status }) => !['right', 'untouched', 'missing'].includes(status))
        .map((one) => explain(task, one, slug)),
    ),
  );
  const overview = textReport(result, (task) => ({ ...task, cases: [] }));
  return details.length ? `${overview}\n${details.join('\n')}\n` : overview;
}

/** Which tasks and which mistakes are common, and what the staff has to look at. */
export function classSummary({ course, submissions, unused = [], seed, level }: ClassResult): string {
  const points = submissions[0]?.points ?? 0;
  const scores = submissions.map(({ score }) => score).sort((a, b) => a - b);
  const lines = [
    `${course}: ${submissions.length} submissions, ${points} points; median ${median(scores)}, lowest ${scores[0] ?? 0}, highest ${scores.at(-1) ?? 0}`,
    `seed ${seed} (--seed S for other hidden inputs); sandbox: ${level}, ${levelMeaning[level]}`,
    '',
    'task                                            right  wrong  other  untouched  missing',
  ];
  const tasks = new Map<string, TaskResult[]>();
  for (const { exercises } of submissions) {
    for (const { slug, tasks: results } of exercises) {
      for (const task of results) {
        const key = `${slug} ${task.id} ${task.export}`;
        tasks.set(key, [...(tasks.get(key) ?? []), task]);
      }
    }
  }
  for (const [key, results] of tasks) {
    const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
    const [right, wrong, untouched, missing] = ['right', 'wrong', 'untouched', 'missing'].map(count);
    const other = results.length - right - wrong - untouched - missing;
    const cells = [right, wrong, other, untouched, missing].map((n, i) => String(n).padStart([5, 5, 5, 9, 7][i]));
    lines.push(`${key.padEnd(48)}${cells.join('  ')}`);
  }
  const mistakes = tally(
    [...tasks].flatMap(([key, results]) =>
      results.flatMap(({ diagnosis }) => (diagnosis ? [`${key}: ${diagnosis}`] : [])),
    ),
  );
  if (mistakes.length)
    lines.push('', 'common mistakes', ...mistakes.slice(0, 15).map(([says, n]) => `${String(n).padStart(5)}  ${says}`));
  lines.push(...readingLines(submissions, unused));
  const faults = submissions.filter(({ exercises }) => exercises.some(isFault));
  if (faults.length)
    lines.push('', `grader errors, to be looked at by hand: ${faults.map(({ name }) => name).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** What was missing, what was decided, and what was not used: a line each. */
function readingLines(submissions: SubmissionResult[], unused: string[]): string[] {
  const missing = submissions.filter(isMissing);
  const said = submissions.filter((one) => !isMissing(one) && decisions(one) !== '');
  const block = (title: string, items: string[]) =>
    items.length > 0 ? ['', title, ...items.map((one) => `  ${one}`)] : [];
  const line = (one: SubmissionResult) => `${one.name}: ${decisions(one)}`;
  return [
    ...block(`missing: ${missing.length} of ${submissions.length} submissions could not be read`, missing.map(line)),
    ...block('to know before the grades', said.map(line)),
    ...block(
      'not used',
      unused.map((one) => clean(one)),
    ),
  ];
}

function tally(items: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function median(sorted: number[]): number {
  if (sorted.length === 0) return 0;
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
