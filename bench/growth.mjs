// How the seconds grow with the examples and with the width of the network: the five-model job at other sizes, for a few epochs.

import { join } from 'node:path';
import { scratch } from '../tools/lib/paths.mjs';
import { ours } from './five-models.mjs';
import { peers } from './peers.mjs';
import { writeTask } from './task.mjs';
import { minimum, table, takeTurns } from './turns.mjs';

const narrow = [128, 64];
const sizes = [
  { samples: 2000, hidden: narrow, epochs: 32 },
  { samples: 8000, hidden: narrow, epochs: 8 },
  { samples: 32000, hidden: narrow, epochs: 2 },
  { samples: 2000, hidden: [256, 128], epochs: 10 },
  { samples: 2000, hidden: [512, 256], epochs: 4 },
];
const compared = ['NumPy, in place', 'PyTorch float64'];

/** Part of run.mjs. */
export function measure({ peers: withPeers, rounds, say }) {
  const results = sizes.map(({ samples, hidden, epochs }, i) => {
    const folder = join(scratch, `bench-growth-${i}`);
    writeTask(folder, { samples, hidden, epochs });
    const others = withPeers ? peers(folder, epochs).filter(({ name }) => compared.includes(name)) : [];
    const contenders = takeTurns([ours(folder, epochs)[0], ...others], { rounds, say });
    return {
      samples,
      hidden,
      milliseconds: Object.fromEntries(
        contenders.map(({ name, seconds }) => [name, (minimum(seconds) / epochs / 5) * 1000]),
      ),
    };
  });
  const names = Object.keys(results[0].milliseconds);
  const rows = results.map(({ samples, hidden, milliseconds }) => [
    `${samples} examples, 20-${hidden.join('-')}-2`,
    ...names.map((name) => milliseconds[name].toFixed(1)),
    ((milliseconds.holdout / samples) * 1000).toFixed(2),
  ]);
  const text = `## Growth

Milliseconds an epoch, evaluation included, mean over the five models, best of ${rounds}.

${table(['data and network', ...names, 'holdout, per 1,000 examples'], rows)}`;
  return { json: { growth: results }, text };
}
