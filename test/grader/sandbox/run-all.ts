// npm run --prefix tools check:grader → every attack at every level that works here, every fair answer; writes ATTACKS.md

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasLevel, levels, type Level } from '../../../grader/sandbox/level';
import { defaultLimits } from '../../../grader/sandbox/limits';
import { runAttacks, type AttackOutcome } from './attack-run';
import { attacks } from './attacks';

async function main(): Promise<void> {
  const outcomes = new Map<Level, AttackOutcome[]>();
  for (const level of levels.filter(hasLevel)) {
    const results = await runAttacks(attacks, level, defaultLimits.callMilliseconds);
    outcomes.set(level, results);
    for (const { attack, breaches } of results)
      if (breaches.length) console.error(`${level}: ${attack.kind}: ${attack.name}: ${breaches.join('; ')}`);
    console.log(
      `${level}: ${results.filter(({ breaches }) => breaches.length === 0).length} of ${attacks.length} attacks stopped`,
    );
  }
  writeFileSync(join(__dirname, 'ATTACKS.md'), table(outcomes));
  const broken = [...outcomes.values()].flat().some(({ breaches }) => breaches.length > 0);
  process.exit(broken ? 1 : 0);
}

function table(outcomes: Map<Level, AttackOutcome[]>): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('`', "'");
  const used = [...outcomes.keys()];
  const counts = used.map(
    (level) =>
      `${level}: ${outcomes.get(level)!.filter(({ breaches }) => breaches.length === 0).length} of ${attacks.length} stopped`,
  );
  const rows = attacks.map((attack, i) => {
    const stopped = used.map((level) => {
      const { breaches, stoppedBy } = outcomes.get(level)![i];
      return cell(breaches.length ? `**broken**: ${breaches.join('; ')}` : stoppedBy);
    });
    return `| ${attack.kind} | ${cell(attack.name)} | ${stopped.join(' | ')} |`;
  });
  return [
    '# Attacks on the grader, and what stopped each',
    '',
    'Written by `npm run --prefix tools check:grader` from the run itself. Each attack is a submission of a class; the exercise that it hands in',
    'beside the attack must be graded as ever. A cell says what the grader reported: the task that attacks has no points, unless its',
    'answer is right and nothing else happened.',
    '',
    `${counts.join(' · ')}`,
    '',
    `| kind | attack | ${used.join(' | ')} |`,
    `| --- | --- | ${used.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

void main();
