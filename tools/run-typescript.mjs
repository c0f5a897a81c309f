// npm run grade, watch, hand-in …: installs and compiles what is missing, then runs a TypeScript file of this project.
//   node tools/run-typescript.mjs grader/commands/grade.ts ARGUMENTS
import { runHere } from './lib/run.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  await ensureLibrary();
  return runHere(process.execPath, ['--require', 'tsx/cjs', ...process.argv.slice(2)]);
});
