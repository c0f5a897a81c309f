// Notebook 08 → generated/home.json: the figure and the numbers that the home page shows. None of them is typed by hand.
import { join } from 'node:path';
import { notebookFiles, plotlyType, readNotebook } from '../../tools/lib/notebook.mjs';
import { SetupError } from '../../tools/lib/step.mjs';
import { boundaryPanels } from './boundaries.mjs';
import { figureHtml } from './figure.mjs';
import { writeFile } from './files.mjs';
import { generated } from './paths.mjs';

const slug = '08-five-models';

export function prepare() {
  const { cells } = readNotebook(notebookFiles([slug])[0]);
  writeFile(join(generated, 'home.json'), JSON.stringify(homeNumbers(cells), null, 2));
}

/** What the home page shows, from the cells of the notebook. */
export function homeNumbers(cells) {
  const wins = tableAfter(cells, 'seeds on which it had the best test accuracy').map(([model, seeds]) => ({
    model,
    seeds: Number(seeds),
  }));
  const crossEntropy = tableAfter(cells, 'Test cross-entropy');
  const accuracy = tableAfter(cells, 'Test accuracy');
  const [baseline] = crossEntropy;
  const best = crossEntropy.reduce((a, b) => (Number(b[1]) < Number(a[1]) ? b : a));
  const gain = accuracy.find(([model]) => model === best[0])[2];
  return {
    wins,
    seeds: wins.reduce((sum, { seeds }) => sum + seeds, 0),
    winners: wins.filter(({ seeds }) => seeds > 0).length,
    best: { model: best[0], from: baseline[1], to: best[1], points: gain.split(' ')[0] },
    boundaries: boundaryPanels(outputStarting(cells, 'Where each model changes its mind').data[plotlyType]),
    intervals: figureHtml(outputStarting(cells, 'Better than Baseline')),
  };
}

/** The rows of the first table below the text. */
function tableAfter(cells, text) {
  const outputs = cells.flatMap((cell) => cell.outputs ?? []).map(({ data }) => data?.['text/markdown'] ?? '');
  const markdown = outputs.find((output) => output.includes(text));
  if (!markdown)
    throw new SetupError(`${slug} shows no table with "${text}": the home page needs it (site/prepare/home.mjs)`);
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function outputStarting(cells, text) {
  const output = cells.flatMap((cell) => cell.outputs ?? []).find(({ data }) => data?.['text/plain']?.startsWith(text));
  if (!output)
    throw new SetupError(`${slug} shows no figure "${text}…": the home page needs it (site/prepare/home.mjs)`);
  return output;
}
