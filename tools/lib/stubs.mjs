// test/mutants/NN-slug/stub.ts → a folder of untouched exercises
//
// A notebook that is run for its outputs shows what check() says of a stub, whatever answers are in exercises/.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

const copies = join(root, 'test', 'mutants');

/** From now on check(), hint() and progress() of this process and of those it starts grade the stubs. */
export function gradeStubs() {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-stubs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const slug of readdirSync(copies)) {
    const stub = join(copies, slug, 'stub.ts');
    if (existsSync(stub)) copyFileSync(stub, join(folder, `${slug}.ts`));
  }
  process.env.HOLDOUT_SUBMISSION = folder; // read by grader/commands/notebook-check.ts
}
