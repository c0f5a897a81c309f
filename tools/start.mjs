// npm start: what is missing → installed, then JupyterLab on notebooks/. Arguments go on to JupyterLab (--no-browser).
import { main, seconds } from './lib/step.mjs';
import { installJupyter } from './lib/jupyter.mjs';
import { buildLibrary } from './lib/library.mjs';
import { installPackages } from './lib/packages.mjs';
import { installPython } from './lib/python.mjs';
import { serve } from './lib/server.mjs';

await main(async () => {
  const start = performance.now();
  await installPackages();
  await buildLibrary();
  await installPython();
  await installJupyter();
  console.log(`Set-up is complete (${seconds(start)}).`);
  return serve(process.argv.slice(2));
});
