// npm run check:nodes: the lowest versions of Node that package.json names and the newest run the tests and grade a class, in the
// sandbox and with the reports of the Node that is here. Other versions come from npm, as packages.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Checks } from './lib/checks.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { lowestNodes, newestNode, nodeProgram } from './lib/runtimes.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

const preload = ['-r', './tools/node-version.cjs'];

/** What `npm run …` does, with this Node, also for the programs that it starts. */
function command(program, ...args) {
  const env = { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env.PATH}`, FORCE_COLOR: '0' };
  return run(program, [...preload, ...args], { env });
}

await main(async () => {
  await ensureLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'holdout-nodes-'));
  const checks = new Checks();
  try {
    const classFolder = join(folder, 'class');
    await run(process.execPath, ['--require', 'tsx/cjs', 'test/grader/generate-class.ts', classFolder, root, '12']);
    const report = async (program, name) => {
      const file = join(folder, `${name}.json`);
      await command(
        program,
        'tools/run-typescript.mjs',
        'grader/commands/grade.ts',
        classFolder,
        '--json',
        file,
        '--jobs',
        '1',
      );
      return comparable(readFileSync(file, 'utf8'));
    };
    const expected = await report(process.execPath, 'here');

    const check = (version, program, isTested) =>
      checks.check(`Node ${version}: the same report${isTested ? ', and npm test passes' : ''}`, async () => {
        const found = await report(program, version);
        if (found !== expected) throw new Error(difference(expected, found));
        const printed = isTested ? await command(program, 'tools/test.mjs', '--reporter', 'dot') : '';
        return /\d+ passing/.exec(printed)?.[0];
      });
    // The first of the lowest and the newest side by side, one on each core; between them nothing is new to the tests.
    const versions = [...lowestNodes, newestNode].map((version) => ({ version, program: nodeProgram(version) }));
    for (const { version } of versions.filter(({ program }) => !program))
      console.log(`SKIPPED Node ${version}: no package for ${process.platform}-${process.arch}`);
    const there = versions.filter(({ program }) => program);
    const tested = [lowestNodes[0], newestNode];
    await Promise.all(there.map(({ version, program }) => check(version, program, tested.includes(version))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return checks.close();
});

/**
 * A report with twelve digits of each number: an answer that takes powers with `**` has other last bits from Node 24 on, and a message
 * shows them. The verdicts, and all other words, are compared as they are.
 */
function comparable(report) {
  return report.replace(/-?\d+\.\d+(?:e[-+]?\d+)?/g, (number) => String(Number(Number(number).toPrecision(12))));
}

/** The first line in which two reports differ. */
function difference(expected, found) {
  const [here, there] = [expected, found].map((text) => text.split('\n'));
  const at = there.findIndex((line, i) => line !== here[i]);
  return `line ${at + 1} of its report\n  here: ${here[at]}\n  there: ${there[at]}`;
}
