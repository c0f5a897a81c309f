// npm run check:tools: the kernel before the tools of Jupyter, as jupyter_client, the conformance test of kernels, nbclient,
// nbconvert, nbmake, nbval and papermill see it. What they need beside .venv goes into the scratch folder.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './lib/hash.mjs';
import { jupyterEnv } from './lib/jupyter.mjs';
import { installInto } from './lib/python.mjs';
import { root, scratch, tools, venvBin } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';
import { ensureJupyter } from './lib/setup.mjs';
import { main, step } from './lib/step.mjs';

const tests = join(tools, 'notebook_tools');
const requirements = join(tests, 'requirements.txt');
const packages = join(scratch, 'notebook-tools');

await main(async () => {
  await ensureJupyter();
  const record = {
    stamp: join(packages, '.installed'),
    key: hashOf([requirements, join(tools, 'requirements.txt')], root),
  };
  await step('Installing the tools that run notebooks', record, async () => {
    rmSync(packages, { recursive: true, force: true });
    await installInto(packages, requirements);
  });
  const env = { ...jupyterEnv(), PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' };
  const args = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '--durations=3', ...process.argv.slice(2)];
  return runHere(venvBin('python'), [...args, tests], { env });
});
