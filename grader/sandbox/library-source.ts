// src/index.ts → one CommonJS text: the copy of `holdout` that is evaluated inside the sandbox
//
// A copy of its own, in the submission's own realm: what the submission does to it stays there.

import { join } from 'node:path';
import { courseRoot } from '../course-root';

let bundled: string | undefined;

/** The library as one file without imports; it runs on the readable loops, as the sandbox has no WebAssembly. */
export function librarySource(): string {
  if (bundled === undefined) {
    // Loaded when needed: most exercises do without, and esbuild starts a process.
    const { buildSync } = require('esbuild') as typeof import('esbuild');
    const { outputFiles } = buildSync({
      entryPoints: [join(courseRoot, 'src/index.ts')],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'browser', // like a browser, the sandbox has nothing of Node
      target: 'es2022',
      minifyWhitespace: true, // every child reads all of it
      minifySyntax: true,
      logLevel: 'silent',
    });
    bundled = outputFiles[0].text;
  }
  return bundled;
}
