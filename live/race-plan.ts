// The five models, what a race is told, and what it says: for the page, which does not train.

import type { Recipe } from '../src/training/recipe';
import type { Scores } from '../src/training/run';

/** The recipes that race, each with the colour of its curve. */
export const racers: readonly (Recipe & { name: string })[] = [
  { name: 'Baseline' },
  { name: 'L1', l1: 0.001 },
  { name: 'L2', l2: 0.001 },
  { name: 'Dropout', dropout: 0.5 },
  { name: 'Early stopping', earlyStopping: 10 },
];

export const racerColors = ['blue', 'orange', 'green', 'pink', 'grey'] as const;

/** What decides a race, to the bit. */
export interface RaceOptions {
  seed: number;
  noise: number;
  epochs: number;
}

/** Colours on a canvas, where the style of the page does not reach. */
export interface PaintColors {
  ink: string;
  classes: readonly [string, string];
  paper: string;
}

/** To a worker. Models are numbered as in {@link racers}. */
export type RaceOrder =
  | { canvas: OffscreenCanvas; model: number }
  | { size: readonly [width: number, height: number]; scale: number; model: number }
  | { colors: PaintColors }
  | { open: boolean }
  | { race: number; options: RaceOptions; models: number[]; still: boolean };

/** What a model has reached: known when it has been trained. */
export interface Finish {
  /** Epochs that were trained. */
  epochs: number;
  validation: Scores;
  test: Scores;
}

/** From a worker. Of an earlier race messages may still come. */
export type RaceReport = { race: number; model: number; painted: number } & (
  { epoch: number; valLoss: number; valAccuracy: number } | { finish: Finish } | { failed: string }
);
