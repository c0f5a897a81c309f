// a case that failed → the lines that tell its owner what is wrong

import type { CaseResult, TaskResult } from '../run/result';

/** Task, contract, input, expected, received and diagnosis, a line each. */
export function explain(task: TaskResult, one: CaseResult, slug: string): string {
  const lines = [`${slug}, task ${task.id} (${task.export}): ${one.title}`];
  if (one.message) lines.push(`  ${one.status}: ${one.message}`);
  if (one.input !== undefined) lines.push(`  input:    ${one.input}`);
  if (one.expected !== undefined) lines.push(`  expected: ${one.expected}`);
  if (one.received !== undefined) lines.push(`  received: ${one.received}`);
  if (one.output !== undefined) lines.push(`  printed:  ${one.output.replaceAll('\n', '\n            ')}`);
  if (task.diagnosis !== undefined) lines.push(`  looks like ${task.diagnosis}`);
  return lines.join('\n');
}
