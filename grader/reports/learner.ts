// result → what its owner may read: every visible case in full, of a hidden case only that it failed
//
// The message, the printed lines and the values of a hidden case could each carry its input out: none is shown.

import type { CaseResult, ExerciseResult, SubmissionResult, TaskResult } from '../run/result';
import { explain } from './explain';

/** A copy of a task without the inputs of its hidden cases. */
export function forLearner(task: TaskResult): TaskResult {
  return { ...task, cases: task.cases.map((one) => (one.hidden ? withoutInput(one) : one)) };
}

/** A copy of a submission's result without the inputs of hidden cases. */
export function submissionForLearner(result: SubmissionResult): SubmissionResult {
  return { ...result, exercises: result.exercises.map((one) => ({ ...one, tasks: one.tasks.map(forLearner) })) };
}

function withoutInput({ title, hidden, status }: CaseResult): CaseResult {
  return status === 'right' ? { title, hidden, status } : { title, hidden, status, message: hiddenMessage(status) };
}

function hiddenMessage(status: CaseResult['status']): string {
  if (status === 'untouched' || status === 'skipped' || status === 'missing') return status;
  return `${status === 'wrong' ? 'fails' : status} on inputs that are not shown`;
}

/** The report of one submission as text. `show` chooses what of a task may be read. */
export function textReport(result: SubmissionResult, show: (task: TaskResult) => TaskResult = forLearner): string {
  const lines = [`${result.name}: ${result.score} of ${result.points} points`];
  if (result.problem) return `${[...lines, `  missing: ${result.problem}`].join('\n')}\n`;
  for (const exercise of result.exercises) lines.push('', ...exerciseLines(exercise, show));
  return `${lines.join('\n')}\n`;
}

function exerciseLines(exercise: ExerciseResult, show: (task: TaskResult) => TaskResult): string[] {
  const lines = [`${exercise.slug}: ${exercise.score} of ${exercise.points}`];
  for (const note of exercise.notes ?? []) lines.push(`  ${note}`);
  if (exercise.problem) return [...lines, `  ${exercise.problem}`];
  for (const task of exercise.tasks.map(show)) {
    lines.push(
      `  ${task.status === 'right' ? '✓' : '✗'} task ${task.id} (${task.export}): ${task.status}, ${task.score} of ${task.points}`,
    );
    // One failure is enough to go on with; the others often follow from it.
    const first = task.cases.find(({ status }) => status !== 'right');
    if (first && task.status !== 'untouched') lines.push(explain(task, first, exercise.slug).replace(/^/gm, '    '));
  }
  return lines;
}
