// live/NAME/NAME.ts → one ES module for each live figure, modules that they share, and the workers of those that train.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The live figures: `<holdout-NAME>` is in `NAME/NAME.ts`. */
export const figures = ['penalty-pull', 'soft-threshold', 'dropout-mask', 'early-stopping', 'five-model-race'];

/** A figure that trains starts its worker with `new Worker(new URL('./NAME-worker.js', import.meta.url), { type: 'module' })`. */
const training = ['early-stopping', 'five-model-race'];

/**
 * Builds the live figures into a folder, as `NAME.js`. Returns esbuild's account of what went into each file.
 *
 * @param {{ outdir: string, minify?: boolean }} options
 */
export async function buildLive({ outdir, minify = true }) {
  const { build } = await import('esbuild'); // here: a fresh clone has no packages yet
  const { metafile } = await build({
    entryPoints: [
      ...figures.map((name) => ({ in: join(here, name, `${name}.ts`), out: name })),
      ...training.map((name) => ({ in: join(here, name, `${name}-worker.ts`), out: `${name}-worker` })),
    ],
    outdir,
    minify,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    tsconfig: join(here, 'tsconfig.json'),
    chunkNames: 'shared-[hash]',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
