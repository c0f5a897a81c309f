// Ten runs on two workers against one: `trainAll` shares runs, so it gains what the processors give.

import { createRequire } from 'node:module';
import { median, minimum, table } from './turns.mjs';

const { noisyMoons, trainAll } = createRequire(import.meta.url)('../dist/node.js');

/** Part of run.mjs. */
export async function measure({ quick, rounds, say }) {
  const data = noisyMoons(42);
  const recipes = [{}, { l2: 0.001 }].map((recipe) => ({ ...recipe, epochs: quick ? 10 : 60 }));
  const seconds = { 1: [], 2: [] };
  for (let round = 1; round <= rounds; round++) {
    for (const workers of [1, 2]) {
      say(`round ${round} of ${rounds}: ${workers} workers`);
      const start = performance.now();
      await trainAll(recipes, data, { seeds: [1, 2, 3, 4, 5], workers, observer: {} });
      seconds[workers].push((performance.now() - start) / 1000);
    }
  }
  say('');
  const gain = minimum(seconds[1]) / minimum(seconds[2]);
  const rows = [1, 2].map((n) => [`${n}`, minimum(seconds[n]).toFixed(2), median(seconds[n]).toFixed(2)]);
  const text = `## Two workers

Ten runs of ${recipes[0].epochs} epochs, starting the workers included, ${rounds} rounds in turn: two workers are ${gain.toFixed(2)} times as fast as one.

${table(['workers', 'best s', 'median s'], rows)}`;
  return { json: { workers: { seconds, gain } }, text };
}
