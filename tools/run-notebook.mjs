// node tools/run-notebook.mjs FILE
// Runs a notebook in the kernel, in this process: no Python, no sockets. Fails when a cell fails, or when
// what it shows differs from what the file holds (but for the pictures). One process a notebook: tslab keeps global state.
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { firstDifference } from './lib/difference.mjs';
import { readNotebook, tidyOutputs, withoutPictures } from './lib/notebook.mjs';
import { tools } from './lib/paths.mjs';
import { SetupError, main } from './lib/step.mjs';
import { gradeStubs } from './lib/stubs.mjs';

const file = resolve(process.argv[2]);
const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write })); // tslab takes them over

await main(async () => {
  process.chdir(dirname(file)); // as in the kernel
  gradeStubs();
  const committed = readNotebook(file);
  const kernel = startKernel();
  try {
    const cells = [];
    for (const cell of committed.cells) cells.push(cell.cell_type === 'code' ? await kernel.run(cell) : cell);
    const difference = firstDifference(withoutPictures(committed), { cells });
    if (difference) throw new SetupError(difference);
  } finally {
    for (const { stream, write } of streams) stream.write = write;
    kernel.close();
  }
  console.log(`✓ ${basename(file)}`);
});
process.exit(); // workers and open handles of the notebook do not keep us

function startKernel() {
  const kernel = createRequire(import.meta.url)(join(tools, 'jupyter-kernel', 'cell-queue.cjs')).createKernel();
  const displayed = new Map(); // display id → output

  async function run({ id, metadata, source }) {
    const outputs = [];
    const print = (name, text) => outputs.push({ output_type: 'stream', name, text });
    const show = ({ data, metadata, transient }, update) => {
      const content = JSON.parse(JSON.stringify({ data, metadata }));
      if (update) return Object.assign(displayed.get(transient.display_id), content);
      const output = { output_type: 'display_data', ...content };
      outputs.push(output);
      if (transient?.display_id) displayed.set(transient.display_id, output);
    };
    const nothing = () => {};
    const request = { code: source, stop_on_error: false };
    const output = { begin: nothing, print, display: show, error: nothing, end: nothing };
    const { status, execution_count, traceback } = await kernel.execute(request, output);
    if (status !== 'ok') throw new SetupError(`cell ${id} failed:\n${source}\n\n${traceback.join('\n')}`);
    return { cell_type: 'code', id, metadata, source, execution_count, outputs: tidyOutputs(outputs) };
  }
  return { run, close: () => kernel.close() };
}
