// One step of the set-up: does its work only when what it was made from has changed, and is believed only when it ended.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Says what to do about a fault; the command prints it without a stack and ends with exit code 1. */
export class SetupError extends Error {}

/** Whether the step whose stamp this is has ended with success for the same key. */
export function isDone(stamp, key) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
}

/** Records success. The stamp lies inside what the step made, so that deleting the one deletes the other. */
export function markDone(stamp, key) {
  writeFileSync(stamp, key);
}

/**
 * Does `work` unless `stamp` already holds `key`. The stamp is written last: a failed or interrupted step is redone.
 * Prints what it does and how long it took; a step that is already done prints nothing.
 */
export async function step(title, { stamp, key }, work) {
  if (isDone(stamp, key)) return;
  const start = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    await work();
  } catch (error) {
    console.log('failed');
    throw error;
  }
  markDone(stamp, key);
  console.log(seconds(start));
}

/** Seconds since `start`, e.g. `1.3 s`. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Runs a command of this project: a SetupError ends it with its message, anything else with its stack. */
export async function main(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
