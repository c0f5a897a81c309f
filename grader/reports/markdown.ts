// result of an exercise → what a notebook cell shows: a table of its tasks, and for each that fails what is wrong

import type { CaseResult, ExerciseResult, TaskResult } from '../run/result';

const signs: Partial<Record<TaskResult['status'], string>> = {
  right: '✅ right',
  wrong: '❌ wrong',
  untouched: '⬜ untouched',
  missing: '⬜ missing',
};

/** `title` as the course lists it. */
export function markdownReport(
  title: string,
  { slug, score, points, tasks, problem, notes = [] }: ExerciseResult,
): string {
  const rows = tasks.map(
    (task) =>
      `| ${task.id} | ${code(task.export)} | ${signs[task.status] ?? `⚠️ ${task.status}`} | ${task.score} / ${task.points} |`,
  );
  const table = ['| task | function | status | points |', '| --- | --- | --- | --- |', ...rows];
  const failed = tasks.filter(({ status }) => status !== 'right' && status !== 'untouched');
  const details = problem ? [plain(problem)] : [...notes.map(plain), ...failed.flatMap(explainTask)];
  const untouched = tasks.some(({ status }) => status === 'untouched')
    ? [`Your answers go into ${code(`exercises/${slug}.ts`)}.`]
    : [];
  return [`**${title}**: ${score} of ${points} points`, table.join('\n'), ...details, ...untouched].join('\n\n');
}

function explainTask(task: TaskResult): string[] {
  const first = task.cases.find(({ status }) => status !== 'right');
  if (!first) return [];
  const facts = factsOf(first).map(([name, value]) => `- ${name}: ${code(value)}`);
  const lines = [
    `**Task ${task.id}** does not hold: ${plain(first.title)}`,
    ...(facts.length ? [facts.join('\n')] : []),
  ];
  if (task.diagnosis) lines.push(`It looks like ${plain(task.diagnosis)}.`);
  return lines;
}

function factsOf({ status, message, input, expected, received, output }: CaseResult): [string, string][] {
  const facts: [string, string | undefined][] = [
    [status === 'wrong' ? 'found' : status, message],
    ['input', input],
    ['expected', expected],
    ['received', received],
    ['printed', output],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

/** Text that Markdown and HTML leave as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~&$]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', ' ');
}

/** Code in a line; the fence is longer than any run of backticks in it. */
function code(text: string): string {
  const line = text.replaceAll('\n', ' ').replaceAll('|', '∣');
  const fence = '`'.repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  return `${fence}${fence.length > 1 ? ` ${line} ` : line}${fence}`;
}
