// result of one submission → results.json of a Gradescope autograder

import { isFault, remarks, type ExerciseResult, type SubmissionResult, type TaskResult } from '../run/result';
import { explain } from './explain';
import { forLearner } from './learner';

/**
 * A test for each task, as the learner may read it; with `staff` also one for each hidden case that failed, which Gradescope
 * shows to the staff only.
 */
export function gradescopeReport(result: SubmissionResult, staff: boolean): string {
  if (result.exercises.some(isFault)) return gradescopeFault(faultOf(result));
  const tests = result.exercises.flatMap((exercise) =>
    exercise.tasks.flatMap((task) => [
      taskTest({ ...exercise, problem: result.problem ?? exercise.problem }, task),
      ...(staff ? hiddenTests(exercise, task) : []),
    ]),
  );
  return json({ score: result.score, output: remarks(result), output_format: 'text', tests });
}

/**
 * What Gradescope shows when the grader itself failed. There is no score in it, neither of the whole nor of tests: Gradescope
 * then says that the autograder failed, and counts nothing.
 */
export function gradescopeFault(reason: string): string {
  const output = `The grader failed, and this is no grade: ${reason}\nThe staff can run the autograder again, or grade by hand.`;
  return json({ output, output_format: 'text' });
}

function taskTest({ slug, problem }: ExerciseResult, task: TaskResult): object {
  const failed = forLearner(task).cases.filter(({ status }) => status !== 'right');
  const explained = failed.map((one) => explain(task, one, slug)).join('\n');
  const isLeft = task.status === 'untouched' || task.status === 'missing';
  return {
    name: `${slug}, task ${task.id}: ${task.export}`,
    score: task.score,
    max_score: task.points,
    status: task.status === 'right' ? 'passed' : 'failed',
    output: isLeft && problem ? `${task.status}: ${problem}` : (problem ?? (isLeft ? task.status : explained)),
    visibility: 'visible',
  };
}

function hiddenTests({ slug }: ExerciseResult, task: TaskResult): object[] {
  return task.cases
    .filter(({ hidden, status }) => hidden && !['right', 'untouched', 'missing'].includes(status))
    .map((one) => ({
      name: `${slug}, task ${task.id}: ${one.title}`,
      status: 'failed',
      output: explain(task, one, slug),
      visibility: 'hidden',
    }));
}

function faultOf({ exercises }: SubmissionResult): string {
  for (const { slug, tasks, problem } of exercises) {
    const fault = tasks.find(({ status }) => status === 'grader-error');
    const message = fault?.cases.find(({ status }) => status === 'grader-error')?.message;
    if (fault) return `${slug}, task ${fault.id}: ${problem ?? message ?? 'no reason is known'}`;
  }
  return 'no reason is known';
}

const json = (results: object) => `${JSON.stringify(results, null, 2)}\n`;
