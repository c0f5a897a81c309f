// news of many runs → how much of the work is done, and what the runs were

import { recipeName, withDefaults } from './recipe';
import type { Run } from './run';
import type { TrainAllProgress } from './runs-observer';

/** Adds up the epochs of runs that go on side by side. */
export class RunsProgress {
  private readonly parts = new Map<string, number>(); // of the runs that go on: how much of each is done
  private complete = 0;

  /** Takes the news in and tells how much of all is done, from 0 to 1. A run counts as long as its recipe has it. */
  fraction({ done, total, recipe, seed, epoch }: TrainAllProgress): number {
    const run = JSON.stringify([recipe, seed]);
    if (done > this.complete) this.parts.delete(run);
    else this.parts.set(run, epoch / withDefaults(recipe).epochs);
    this.complete = done;
    return (done + Array.from(this.parts.values()).reduce((sum, part) => sum + part, 0)) / total;
  }
}

/** E.g. `3 of 20 runs · Dropout, seed 1: epoch 40`. */
export function describeProgress({ done, total, recipe, seed, epoch }: TrainAllProgress): string {
  return `${done} of ${total} runs · ${recipeName(recipe)}, seed ${seed}: epoch ${epoch}`;
}

/** How a `trainAll` ended, in one sentence without times, e.g. `20 runs: 2 recipes (Baseline, Dropout), 10 seeds each`. */
export function summarizeRuns(runs: readonly Run[], total: number): string {
  if (runs.length < total) return `ended after ${runs.length} of ${total} runs`;
  const names = Array.from(new Set(runs.map(({ recipe }) => recipeName(recipe))));
  const seeds = new Set(runs.map(({ seed }) => seed)).size;
  const list = names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
  return `${count(total, 'run')}: ${count(names.length, 'recipe')} (${list}), ${count(seeds, 'seed')}${names.length > 1 ? ' each' : ''}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
