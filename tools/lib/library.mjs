// src/*.ts → dist/*.js and *.d.ts: what `import … from 'holdout'` gives in a notebook.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesIn, hashOf } from './hash.mjs';
import { root, scratch } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const src = join(root, 'src');
const dist = join(root, 'dist');

/** The stamp of the build, the hash of all it is made from, and a look at whether each source has its module. */
export function libraryRecord() {
  return {
    stamp: join(dist, '.built'),
    key: hashOf([src, join(root, 'tsconfig.json'), join(root, 'package-lock.json')]),
    fault() {
      const modules = filesIn(src).filter((file) => file.endsWith('.ts'));
      const missing = modules
        .map((file) => relative(src, file).replace(/ts$/, 'js'))
        .find((name) => !existsSync(join(dist, name)));
      return missing && `dist/${missing} is missing`;
    },
  };
}

/** Compiles `src/` when it differs from what `dist/` was compiled from. `dist/` changes only when the compiler is content. */
export async function buildLibrary() {
  const record = libraryRecord();
  await step('Compiling src/ to dist/', record, async () => {
    const fresh = join(scratch, 'dist'); // the lock of the set-up lets one command in
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    rmSync(fresh, { recursive: true, force: true });
    try {
      await run(process.execPath, [tsc, '-p', 'src', '--outDir', fresh, '--noEmitOnError']);
      rmSync(dist, { recursive: true, force: true });
      renameSync(fresh, dist);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  });
}
