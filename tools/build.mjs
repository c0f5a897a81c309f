// npm run build, and `prepare` at the end of an `npm ci` or `npm install`: src/ → dist/, unless nothing has changed.
import { buildLibrary } from './lib/library.mjs';
import { recordPackages } from './lib/packages.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { main, SetupError } from './lib/step.mjs';

await main(async () => {
  if (process.env.npm_lifecycle_event !== 'prepare') return ensureLibrary();
  const fault = recordPackages();
  if (fault !== undefined)
    throw new SetupError(
      `${fault}.\nnpm was told to leave them out, by NODE_ENV, omit or the like. Type \`npm ci --include=dev --include=optional\`; \`npm test\` and \`npm start\` put in what is missing, too.`,
    );
  return buildLibrary();
});
