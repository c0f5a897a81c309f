// One step of the set-up: does its work only when what it was made from has changed or what it made is not whole, and is believed
// only when it ended and what it made was looked at.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { causeOf } from './causes.mjs';
import { withLock } from './lock.mjs';
import { temporaryFolderFault, temporaryFolderRemedy } from './temporary.mjs';

/** Says what to do about a fault; the command prints it without a stack and ends with exit code 1. */
export class SetupError extends Error {}

/**
 * What a step leaves behind.
 *
 * @typedef {object} Record
 * @property {string} stamp a file that says that the step has ended; it lies inside what the step made, so that deleting the one
 * deletes the other
 * @property {string} key a hash of all that the step was made from
 * @property {() => string | undefined} [fault] looks at what the step made and says what is not right
 */

/** Why the step has to be done: never done, done from something else, or not whole; undefined when it is done. */
export function stepFault({ stamp, key, fault }) {
  if (!existsSync(stamp)) return 'it is missing or unfinished';
  if (readFileSync(stamp, 'utf8') !== key) return 'it was made from something else than what is here now';
  return fault?.();
}

/** Records a step, when what it should have made is there; returns what is not right. */
export function markDone({ stamp, key, fault }) {
  const found = fault?.();
  if (found === undefined) writeFileSync(stamp, key);
  return found;
}

/**
 * Does `work` unless it is done already, one command of this clone at a time. The stamp is written last: a failed or interrupted
 * step is redone. `lock` has the options of withLock. Prints what it does and how long it took; a step that is already done prints nothing.
 */
export async function step(title, record, work, lock = {}) {
  const why = stepFault(record);
  if (why === undefined) return;
  try {
    await withLock(title, () => doStep(title, record, work), lock);
  } catch (error) {
    throw explained(`${title}, since ${why}`, error);
  }
}

async function doStep(title, record, work) {
  if (stepFault(record) === undefined) return; // the command before has done it
  const start = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    rmSync(record.stamp, { force: true });
    await work();
    const found = markDone(record);
    if (found !== undefined) throw new SetupError(`${title} ended without an error, but ${found}`);
  } catch (error) {
    console.log('failed');
    throw error;
  }
  console.log(seconds(start));
}

/** An error of the system or of a program, with the plain cause and the remedy before its own words. */
function explained(what, error) {
  const cause = causeOf(error.message);
  if (cause !== undefined) return new SetupError(`${what}: ${cause}\n\n${error.message}`);
  return error;
}

/** Seconds since `start`, e.g. `1.3 s`. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Runs a command of this project: a SetupError ends it with its message, anything else with its stack. */
export async function main(command) {
  try {
    const fault = temporaryFolderFault();
    if (fault !== undefined) throw new SetupError(`${fault}:\n${temporaryFolderRemedy}`);
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
