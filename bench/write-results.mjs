// What was measured → RESULTS.md and its chart. Nobody types a number into them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/lib/paths.mjs';
import { Pictures } from '../tools/lib/pictures.mjs';

/** Writes the texts of the parts, in their order, and a picture of the five-model job when it was among them. */
export async function writeResults(results, { cpu, cores, node }, args) {
  const fiveModels = results['five-models'];
  if (fiveModels) await writeChart(fiveModels.json.contenders);
  const text = [
    '# Results',
    `\`npm run bench -- ${args.join(' ')}\` on ${cpu}, ${cores} cores, Node ${node}. Times differ between machines and hours; ratios of one run hold better.`,
    ...Object.entries(results).flatMap(([name, { text }]) =>
      name === 'five-models' ? [text, picture, notes] : [text],
    ),
  ];
  writeFileSync(join(root, 'bench', 'RESULTS.md'), `${text.join('\n\n')}\n`);
}

const picture = '![Seconds of the five-model job, a bar for each contender](five-models.png)';

const notes = `All do the same job: same arrays, same initial weights, same order of the batches, the test accuracies are the proof. Dropout masks are each library's own, and so are the initial
weights in scikit-learn, which has no L1 and no dropout and trains three of the five. The readable loops did a tenth of the epochs and TensorFlow.js a fifth; their seconds are multiplied, and their accuracies are
those of the shorter run. JAX compiles an epoch into one loop; the seconds of compiling stand in a column of their own.

NumPy stands there twice. *New arrays* is how courses write it: every operation makes an array. *In place* reuses them wherever it can, and can be ahead of WebAssembly where the
processor has vectors of 256 or 512 bits: WebAssembly has 128. The products of matrices below show how near to that limit the compiled loops are. Products with a zero, half of them
behind ReLU, it leaves out, which changes no bit.`;

async function writeChart(contenders) {
  const rows = contenders.filter(({ name }) => name !== 'readable').sort((a, b) => b.seconds.min - a.seconds.min);
  const pictures = new Pictures();
  const { png } = await pictures.draw({
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: rows.map(({ seconds }) => seconds.min),
        y: rows.map(({ name }) => name),
        text: rows.map(({ seconds }) => ` ${seconds.min.toFixed(1)}`),
        textposition: 'outside',
        cliponaxis: false,
        marker: { color: rows.map(({ name }) => (name === 'holdout' ? '#0072b2' : '#999999')) },
      },
    ],
    layout: {
      title: { text: 'Five models, 100 epochs each, one thread' },
      xaxis: { title: { text: 'seconds, best of the rounds (lower is better)' }, rangemode: 'tozero' },
      yaxis: { automargin: true },
      height: 60 + 34 * (rows.length + 2),
      margin: { t: 50, r: 50 },
      paper_bgcolor: '#ffffff',
      plot_bgcolor: '#ffffff',
    },
  });
  await pictures.close();
  writeFileSync(join(root, 'bench', 'five-models.png'), Buffer.from(png, 'base64'));
}
