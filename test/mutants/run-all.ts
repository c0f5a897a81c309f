// npm run --prefix tools check:mutants → all answers and all mutants of the solutions; writes REPORT.md
// npm run --prefix tools check:mutants -- 06 08 → the same for some exercises; writes nothing

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCourse, type CourseEntry } from '../../grader/course';
import { changedStub } from '../../grader/commands/new-exercise';
import { sum } from '../../grader/run/result';
import { Bench, expectations, type Expectation } from './run';

const WRONG_ANSWERS = 5;
const RIGHT_ANSWERS = 3;
const MUTATION_SCORE = 0.95;

interface Row {
  slug: string;
  wrong: [done: number, all: number];
  right: [done: number, all: number];
  killed: [done: number, all: number];
  survivors: string[];
  problems: string[];
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const rows: Row[] = [];
  for (const entry of loadCourse(undefined, wanted).entries) rows.push(await measure(entry));
  if (wanted.length === 0) writeFileSync(join(__dirname, 'REPORT.md'), report(rows));
  for (const { slug, problems } of rows) for (const problem of problems) console.error(`${slug}: ${problem}`);
  for (const { slug, wrong, right, killed } of rows)
    console.log(`${slug}: wrong ${wrong.join('/')}, right ${right.join('/')}, mutants ${killed.join('/')}`);
  process.exit(rows.some(({ problems }) => problems.length > 0) ? 1 : 0);
}

async function measure(entry: CourseEntry): Promise<Row> {
  const { slug, exercise } = entry;
  const bench = new Bench(entry);
  const problems = changedStub(slug);
  const all = expectations(slug);
  const held: Expectation[] = [];
  for (const one of all) {
    const surprise = await bench.surprise(one);
    if (surprise) problems.push(`${one.file}, task ${one.task}: ${surprise}`);
    else held.push(one);
  }
  for (const { id } of exercise.tasks) {
    const [right, wrong] = [true, false].map(
      (wanted) => all.filter((one) => one.task === id && one.right === wanted).length,
    );
    if (wrong < WRONG_ANSWERS) problems.push(`task ${id} has ${wrong} wrong answers of at least ${WRONG_ANSWERS}`);
    if (right < RIGHT_ANSWERS) problems.push(`task ${id} has ${right} right answers of at least ${RIGHT_ANSWERS}`);
  }
  const mutants = bench.mutants();
  const known = join(__dirname, slug, 'survivors.json');
  const reasons: Record<string, string> = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {};
  const survivors: string[] = [];
  for (const mutant of mutants) {
    if (await bench.kills(mutant)) continue;
    const reason = reasons[mutant.line];
    survivors.push(`\`${mutant.line}\` (${mutant.change}): ${reason ?? '**no reason given**'}`);
    if (!reason) problems.push(`a mutant survives without a reason in survivors.json: ${mutant.line}`);
  }
  bench.close();
  const killed = mutants.length - survivors.length;
  if (killed / mutants.length < MUTATION_SCORE)
    problems.push(`the specs kill ${killed} of ${mutants.length} mutants, less than ${100 * MUTATION_SCORE} %`);
  const of = (right: boolean): [number, number] => [
    held.filter((one) => one.right === right).length,
    all.filter((one) => one.right === right).length,
  ];
  return { slug, wrong: of(false), right: of(true), killed: [killed, mutants.length], survivors, problems };
}

function report(rows: Row[]): string {
  const total = (key: 'wrong' | 'right' | 'killed') =>
    [0, 1].map((i) => sum(rows, (row) => row[key][i])) as [number, number];
  const cell = ([done, all]: [number, number]) =>
    `${done} of ${all}${all ? ` (${((100 * done) / all).toFixed(1)} %)` : ''}`;
  const line = (name: string, row: Pick<Row, 'wrong' | 'right' | 'killed'>) =>
    `| ${name} | ${cell(row.wrong)} | ${cell(row.right)} | ${cell(row.killed)} |`;
  const survivors = rows.flatMap(({ slug, survivors: list }) => list.map((one) => `- ${slug}: ${one}`));
  return [
    '# What the specs tell apart',
    '',
    'Written by `npm run --prefix tools check:mutants` from the run itself. Wrong answers: written by hand, each has to fail with the diagnosis that',
    'stands in its file. Right answers: other ways to solve a task, each has to pass. Mutants: the solutions with one operator, number',
    'or condition changed; killed when a task of the exercise fails.',
    '',
    '| exercise | wrong answers diagnosed | right answers accepted | mutants killed |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => line(row.slug, row)),
    line('**together**', { wrong: total('wrong'), right: total('right'), killed: total('killed') }),
    '',
    '## Surviving mutants',
    '',
    ...(survivors.length ? survivors : ['None.']),
    '',
  ].join('\n');
}

void main();
