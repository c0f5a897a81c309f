// What the page of a race and its workers say to each other.

import type { Finish, RaceOptions } from './race-plan';

/** Colours on a canvas, where the style of the page does not reach. */
export interface PaintColors {
  ink: string;
  classes: readonly [string, string];
  paper: string;
}

/** To a worker. Models are numbered as in `fiveModels`. */
export type RaceOrder =
  | { canvas: OffscreenCanvas; model: number }
  | { size: readonly [width: number, height: number]; scale: number; model: number }
  | { colors: PaintColors }
  | { open: boolean }
  | { race: number; options: RaceOptions; models: number[]; still: boolean };

/** From a worker. Of an earlier race messages may still come. */
export type RaceReport = { race: number; model: number; painted: number } & (
  { epoch: number; valLoss: number; valAccuracy: number } | { finish: Finish } | { failed: string }
);
