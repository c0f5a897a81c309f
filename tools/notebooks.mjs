// npm run notebooks [-- [--check] [--redraw] [--draw] [name …]]
// Runs the notebooks in the real kernel and writes what their cells show; figures get a PNG beside them. `--check` writes
// nothing and fails when anything but the PNGs differs from what the files hold. `--redraw` makes all PNGs again. `--draw`
// runs nothing: it draws the PNGs that are missing.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { jupyterEnv } from './lib/jupyter.mjs';
import { firstDifference } from './lib/difference.mjs';
import {
  altOf,
  notebookFiles,
  picturedOf,
  readNotebook,
  subjectOf,
  tidyOutputs,
  withoutPictures,
  writeNotebook,
} from './lib/notebook.mjs';
import { notebooks, root, scratch, tools, venvBin } from './lib/paths.mjs';
import { Pictures } from './lib/pictures.mjs';
import { run } from './lib/run.mjs';
import { ensureJupyter } from './lib/setup.mjs';
import { main, seconds, SetupError } from './lib/step.mjs';
import { gradeStubs } from './lib/stubs.mjs';

/** Seconds for a cell at most. */
const cellLimit = 300;

const { values: options, positionals: names } = parseArgs({
  options: { check: { type: 'boolean' }, redraw: { type: 'boolean' }, draw: { type: 'boolean' } },
  allowPositionals: true,
});

await main(async () => {
  const files = notebookFiles(names);
  await ensureJupyter();
  gradeStubs();
  const pictures = new Pictures();
  const faults = [];
  try {
    for (const file of files) {
      const start = performance.now();
      const drawn = pictures.count;
      const fault = await (options.check ? check(file) : update(file, pictures)).catch(failure);
      if (fault) faults.push(`${basename(file)}: ${fault}`);
      const drew = pictures.count > drawn ? `, ${pictures.count - drawn} pictures drawn` : '';
      console.log(`  ${fault ? '✗' : '✓'} ${basename(file)} ${seconds(start)}${drew}`);
    }
  } finally {
    await pictures.close();
  }
  if (faults.length > 0) console.error(`\n${faults.join('\n\n')}`);
  return faults.length > 0 ? 1 : 0;
});

function failure(error) {
  if (error instanceof SetupError) return error.message;
  throw error;
}

/** Runs a notebook, unless it is only to be drawn, and writes it with its outputs and pictures. */
async function update(file, pictures) {
  const before = readNotebook(file);
  const notebook = options.draw ? before : await execute(file);
  const kept = options.redraw ? new Map() : picturesOf(before);
  for (const output of picturedOf(notebook)) {
    const { figure } = output.metadata.holdout;
    if (!kept.has(figure)) kept.set(figure, await pictures.draw(subjectOf(output.data)));
    const { png, width, height } = kept.get(figure);
    output.data['image/png'] = png;
    output.metadata['image/png'] = { alt: altOf(output.data), width, height };
    output.metadata.holdout.picture = figure;
  }
  writeNotebook(file, notebook);
}

/** Runs a notebook and says how it differs from the file; undefined when it does not. */
async function check(file) {
  const committed = readNotebook(file);
  const { hashOf } = createRequire(import.meta.url)(join(root, 'dist', 'notebook', 'show.js'));
  for (const { data, metadata } of picturedOf(committed)) {
    const { figure, picture } = metadata.holdout;
    const wanted = hashOf(subjectOf(data));
    if (figure !== wanted || picture !== wanted || !data['image/png'])
      return `the picture of a figure is not that of its data (${wanted}); run \`npm run notebooks\``;
  }
  const difference = firstDifference(withoutPictures(committed), await execute(file));
  return difference && `${difference}\nrun \`npm run notebooks\` and read what changed`;
}

/** The notebook with the outputs of a new run. */
async function execute(file) {
  const folder = join(scratch, 'notebooks');
  const result = join(folder, basename(file));
  mkdirSync(folder, { recursive: true });
  try {
    const script = join(tools, 'lib', 'execute-notebook.py');
    await run(venvBin('python'), [script, file, result, String(cellLimit)], {
      cwd: notebooks,
      env: jupyterEnv(),
    }).catch((error) => {
      throw new SetupError(error.message.split('\n').slice(2).join('\n').trim());
    });
    const { cells, metadata } = readNotebook(result);
    return { cells: cells.map(tidyCell), metadata };
  } finally {
    rmSync(result, { force: true });
  }
}

function tidyCell({ cell_type, execution_count, id, metadata, outputs, source }) {
  const cell = { cell_type, id, metadata, source };
  return cell_type === 'code' ? { ...cell, execution_count, outputs: tidyOutputs(outputs) } : cell;
}

/** The pictures of a notebook by the hash of their figure. */
function picturesOf(notebook) {
  const found = new Map();
  for (const { data, metadata } of picturedOf(notebook)) {
    const picture = metadata?.holdout?.picture;
    if (picture && data['image/png']) found.set(picture, { png: data['image/png'], ...metadata['image/png'] });
  }
  return found;
}
