// text → file, whole or not at all

import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CourseError } from '../course';

/**
 * Writes a neighbour of the file and gives it the name of the file: who looks in between, or stops in between, finds the old
 * file or the new one. What is no plain file, such as `/dev/stdout`, is written to directly.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const target = existsSync(file) ? realpathSync(file) : resolve(file);
  if (existsSync(target) && !lstatSync(target).isFile()) return writeFileSync(target, content);
  const neighbour = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(neighbour, content);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

/** Makes the folder of a file that will be written: now, and not when an hour of grading is over. @throws CourseError */
export function prepareFile(option: string, file: string | undefined): void {
  if (file === undefined) return;
  if (existsSync(file) && statSync(file).isDirectory())
    throw new CourseError(`--${option} ${file} is a folder; give the name of a file`);
  mkdirSync(dirname(resolve(file)), { recursive: true });
}
