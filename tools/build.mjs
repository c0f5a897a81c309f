// npm run build, and `prepare` at the end of an `npm ci`: src/ → dist/, unless nothing has changed.
import { buildLibrary } from './lib/library.mjs';
import { recordPackages } from './lib/packages.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  await buildLibrary();
  if (process.env.npm_lifecycle_event === 'prepare' && process.env.npm_command === 'ci') recordPackages();
});
