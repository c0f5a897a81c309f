// attacks → submissions on disk → graded as a class at one level → what stopped each, and what it managed to do

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '../../../grader/course';
import { gradeClass } from '../../../grader/run/grade-class';
import { oneHandIn } from '../../../grader/hand-ins/layout';
import type { SubmissionResult, TaskResult } from '../../../grader/run/result';
import type { Level } from '../../../grader/sandbox/level';
import { defaultLimits } from '../../../grader/sandbox/limits';
import type { Attack } from './attacks';

export const fixtureCourse = join(__dirname, '..', 'fixture-course');
const honestMean =
  'export const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;\nexport const slowMean = async (xs: number[]) => { await new Promise<void>((r) => setTimeout(r, 1)); return mean(xs); };\n';

export interface AttackOutcome {
  attack: Attack;
  /** What the grader said. */
  stoppedBy: string;
  /** Rules that were broken; empty when the grader held. */
  breaches: string[];
}

/** Grades every attack as a submission of one class. */
export async function runAttacks(attacks: Attack[], level: Level, callMilliseconds = 700): Promise<AttackOutcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-attacks-'));
  const canary = join(folder, 'canary');
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'SECRET-7351');
  let connections = 0;
  const server = createServer(() => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as { port: number }).port;
  try {
    const paths = attacks.map((attack, i) => {
      const path = join(folder, `attack-${i}`);
      mkdirSync(path);
      writeFileSync(
        join(path, '02-l2.ts'),
        attack.source.replaceAll('@CANARY@', canary).replaceAll('@SECRET@', secret).replaceAll('@PORT@', String(port)),
      );
      writeFileSync(join(path, '03-mean.ts'), honestMean);
      return path;
    });
    const { submissions } = await gradeClass(loadCourse(fixtureCourse), paths.map(oneHandIn), {
      jobs: 2,
      seed: '7',
      level,
      limits: { ...defaultLimits, callMilliseconds },
    });
    const outcomes = submissions.map((submission, i) => judge(attacks[i], submission));
    if (existsSync(canary)) outcomes.forEach(({ breaches }) => breaches.push('an attack of this run wrote the canary'));
    if (connections > 0) outcomes.forEach(({ breaches }) => breaches.push('an attack of this run reached the network'));
    return outcomes;
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(attack: Attack, submission: SubmissionResult): AttackOutcome {
  const [l2, mean] = submission.exercises;
  const [task] = l2.tasks;
  const breaches: string[] = [];
  if (attack.answersRight ? task.status !== 'right' : task.status === 'right' || task.score > 0)
    breaches.push(`the task is ${task.status}`);
  if (task.status === 'grader-error') breaches.push('it made the grader fail');
  if (mean.tasks.some(({ status }) => status !== 'right'))
    breaches.push(`another exercise suffers: ${mean.tasks.map(({ status }) => status).join(', ')}`);
  if (/ESCAPED|SECRET-7351/.test(JSON.stringify(submission))) breaches.push('it left the sandbox');
  return { attack, stoppedBy: describe(task, l2.problem), breaches };
}

function describe({ status, cases }: TaskResult, problem: string | undefined): string {
  const first = cases.find((one) => one.status !== 'right');
  const message = problem ?? first?.message ?? 'answers right, nothing else happened';
  // The folder has another name in every run.
  return `${status}: ${message
    .replace(/\s+/g, ' ')
    .replace(/'[^']*holdout-attacks-\w+/g, "'…")
    .slice(0, 100)}`;
}
