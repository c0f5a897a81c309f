// recorded validation losses, patience, minDelta → where training would have stopped, and which epoch it would have kept.

import { EarlyStopping } from '../../src/training/early-stopping';

/** What early stopping makes of a run. Epochs are counted from 1. */
export interface Replay {
  /** The epoch after which it stops; 0 when it does not. */
  stopped: number;
  /** The epoch whose weights it keeps; 0 before the first. */
  kept: number;
  /** Epochs waited since the last improvement, after each epoch until the stop. */
  waits: number[];
}

/** Drives the state machine of {@link EarlyStopping} with the values of a run, as far as it goes. */
export function replay(values: readonly number[], options: { patience: number; minDelta: number }): Replay {
  const stopping = new EarlyStopping(options);
  const waits: number[] = [];
  for (const value of values) {
    const outcome = stopping.update(value);
    waits.push(stopping.wait);
    if (outcome === 'stop') break;
  }
  return { stopped: stopping.stoppedEpoch, kept: stopping.bestEpoch, waits };
}
