// result of one submission → results.json of a Gradescope autograder

import type { SubmissionResult } from '../result';
import { explain } from './explain';
import { forLearner } from './learner';

/**
 * A test for each task, as the learner may read it; with `staff` also one for each hidden case that failed, which Gradescope
 * shows to the staff only.
 */
export function gradescopeReport(result: SubmissionResult, staff: boolean): string {
  const tests: object[] = [];
  for (const { slug, tasks, problem } of result.exercises) {
    for (const task of tasks) {
      const shown = forLearner(task).cases.filter(({ status }) => status !== 'right');
      tests.push({
        name: `${slug}, task ${task.id}: ${task.export}`,
        score: task.score,
        max_score: task.points,
        status: task.status === 'right' ? 'passed' : 'failed',
        output:
          task.status === 'right'
            ? ''
            : (problem ??
              (task.status === 'untouched' ? 'untouched' : shown.map((one) => explain(task, one, slug)).join('\n'))),
        visibility: 'visible',
      });
      if (!staff) continue;
      for (const one of task.cases.filter(
        ({ hidden, status }) => hidden && !['right', 'untouched', 'missing'].includes(status),
      )) {
        tests.push({
          name: `${slug}, task ${task.id}: ${one.title}`,
          status: 'failed',
          output: explain(task, one, slug),
          visibility: 'hidden',
        });
      }
    }
  }
  const output = result.problem ?? result.exercises.flatMap(({ notes = [] }) => notes).join('\n');
  return `${JSON.stringify({ score: result.score, output, output_format: 'text', tests }, null, 2)}\n`;
}
