// class result → JUnit XML, a suite for each submission, a test for each task

import { remarks, sum, type ClassResult, type SubmissionResult, type TaskResult } from '../run/result';
import { explain } from './explain';
import { forLearner } from './learner';

/** `staff`: with the inputs of hidden cases. Untouched tasks are skipped tests, missing ones errors of the type `missing`. */
export function junitReport({ course, submissions }: ClassResult, staff: boolean): string {
  const suites = submissions.map((submission) => suite(submission, staff));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escape(course)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(submission: SubmissionResult, staff: boolean): string {
  const { name, exercises } = submission;
  const tasks = exercises.flatMap(({ slug, problem, tasks }) =>
    tasks.map((task) => ({ slug, problem: submission.problem ?? problem, task: staff ? task : forLearner(task) })),
  );
  const count = (kind: string) => sum(tasks, ({ task }) => (kindOf(task) === kind ? 1 : 0));
  const counts = `tests="${tasks.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const cases = tasks.map(({ slug, task, problem }) => testCase(slug, task, problem));
  const said = remarks(submission);
  const output = said ? [`    <system-out>${escape(said)}</system-out>`] : [];
  return [`  <testsuite name="${escape(name)}" ${counts}>`, ...cases, ...output, '  </testsuite>'].join('\n');
}

function testCase(slug: string, task: TaskResult, problem: string | undefined): string {
  const open = `    <testcase classname="${escape(slug)}" name="${escape(`task ${task.id}: ${task.export}`)}"`;
  const kind = kindOf(task);
  if (kind === 'passed') return `${open}/>`;
  if (kind === 'skipped') return `${open}><skipped message="${task.status}"/></testcase>`;
  const failed = task.cases.filter(({ status }) => status !== 'right').map((one) => explain(task, one, slug));
  if (task.status === 'missing')
    return `${open}><${kind} type="missing" message="${escape(`missing: ${problem}`)}"/></testcase>`;
  return `${open}><${kind} type="${task.status}" message="${escape(task.diagnosis ?? task.status)}">${escape(failed.join('\n'))}</${kind}></testcase>`;
}

function kindOf({ status }: TaskResult): 'passed' | 'skipped' | 'failure' | 'error' {
  if (status === 'right') return 'passed';
  if (status === 'untouched') return 'skipped';
  return status === 'wrong' ? 'failure' : 'error';
}

// Control characters, which XML cannot say, are gone since the texts were cleaned.
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
