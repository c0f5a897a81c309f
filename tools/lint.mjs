// npm run lint: ESLint, Prettier, knip (files and exports that nobody uses) and both TypeScripts, the project's own and the one of the
// Jupyter kernel.
// `--fix` lets the first two fix what they can.
import { join } from 'node:path';
import { Checks } from './lib/checks.mjs';
import { root, tools } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureLibrary, ensureTools } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

const fix = process.argv.includes('--fix');
const tool = (name) => join(tools, 'node_modules', name);
const node = (...args) => run(process.execPath, args);

await main(async () => {
  await ensureLibrary();
  await ensureTools();
  const checks = new Checks();
  await checks.check('ESLint', async () => {
    await node(
      tool('eslint/bin/eslint.js'),
      '--config',
      join(tools, 'eslint.config.mjs'),
      '--max-warnings=0',
      ...(fix ? ['--fix'] : []),
      '.',
    );
  });
  await checks.check('Prettier', async () => {
    await node(
      tool('prettier/bin/prettier.cjs'),
      fix ? '--write' : '--check',
      '--log-level=warn',
      '**/*.{ts,mjs,cjs,js}',
    );
  });
  await checks.check('knip', async () => {
    const kinds = '--include=files,exports,types,duplicates';
    await node(
      tool('knip/bin/knip.js'),
      '--config',
      join(tools, 'knip.json'),
      kinds,
      '--no-progress',
      '--no-config-hints',
    );
  });
  await checks.check('tsc --strict over sources, tests, exercises and grader', async () => {
    await node(join(root, 'node_modules/typescript/bin/tsc'));
  });
  await checks.check('tsc --strict over the live figures', async () => {
    await node(join(root, 'node_modules/typescript/bin/tsc'), '-p', 'live');
  });
  await checks.check("the library's types in the Jupyter kernel's TypeScript", async () => {
    const tsc = join(root, 'node_modules/@tslab/typescript-for-tslab/lib/tsc.js');
    await node(
      tsc,
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--moduleResolution',
      'node',
      '--types',
      'node',
      'dist/node.d.ts',
    );
  });
  return checks.close();
});
