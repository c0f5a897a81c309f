// npm start: what is missing → installed, then JupyterLab on notebooks/. Arguments go on to JupyterLab (--no-browser).
import { serve } from './lib/server.mjs';
import { ensureJupyter } from './lib/setup.mjs';
import { main, seconds } from './lib/step.mjs';

await main(async () => {
  const start = performance.now();
  await ensureJupyter();
  console.log(`Set-up is complete (${seconds(start)}).`);
  return serve(process.argv.slice(2));
});
