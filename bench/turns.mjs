// contenders → their runs, taken in turn: a machine that gets slower gets slower for all, and ratios within one run hold.

import { spawnSync } from 'node:child_process';

/**
 * Runs every contender `rounds` times, each time in a process of its own on one thread.
 *
 * @param contenders `{name, command, env?, share?, …}`; `share` is the fraction of the job that it does: its seconds are
 *   divided by it
 * @returns the contenders with `seconds`, one a round, and what else the last line of their output says (JSON)
 */
export function takeTurns(contenders, { rounds, say }) {
  const results = contenders.map((contender) => ({ ...contender, runs: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const result of results) {
      say(`round ${round} of ${rounds}: ${result.name}`);
      result.runs.push(once(result));
    }
  }
  say('');
  return results.map(({ runs, share = 1, ...contender }) => ({
    ...contender,
    ...runs.at(-1),
    seconds: runs.map(({ seconds }) => seconds / share),
    firstEpoch: median(runs.map(({ firstEpoch }) => firstEpoch)),
    memoryMB: median(runs.map(({ memoryMB }) => memoryMB)),
  }));
}

const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

function once({ name, command: [program, ...args], env }) {
  const child = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...oneThread, ...env },
    maxBuffer: 1 << 26,
  });
  const line = child.stdout?.split('\n').findLast((text) => text.startsWith('{'));
  if (child.status !== 0 || !line) throw new Error(`bench: ${name} failed\n${child.stderr || child.error}`);
  return JSON.parse(line);
}

export const minimum = (values) => Math.min(...values);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** A table in Markdown; the first column is text, the others are numbers. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
