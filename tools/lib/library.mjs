// src/*.ts → dist/*.js and *.d.ts: what `import … from 'holdout'` gives in a notebook.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { root, scratch } from './paths.mjs';
import { run } from './run.mjs';
import { markDone, step } from './step.mjs';

const dist = join(root, 'dist');

/** The stamp of the build and the hash of all it is made from. */
export function libraryRecord() {
  return {
    stamp: join(dist, '.built'),
    key: hashOf([join(root, 'src'), join(root, 'tsconfig.json'), join(root, 'package-lock.json')]),
  };
}

/** Compiles `src/` when it differs from what `dist/` was compiled from. `dist/` changes only when the compiler is content. */
export async function buildLibrary() {
  const record = libraryRecord();
  await step('Compiling src/ to dist/', record, async () => {
    const fresh = join(scratch, `dist-${process.pid}`);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    try {
      await run(process.execPath, [tsc, '-p', 'src', '--outDir', fresh, '--noEmitOnError']);
      markDone(join(fresh, '.built'), record.key);
      rmSync(dist, { recursive: true, force: true });
      renameSync(fresh, dist);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  });
}
