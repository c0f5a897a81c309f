// check('03') in a cell → the grader, a process of its own → a table below the cell
//
// Of its own, so that it reads the exercise, its spec and its hints as they are on disk now, and so that an answer that
// hangs stops nothing but itself.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { OptionError } from '../errors';
import { show } from './show';

const courseRoot = join(__dirname, '..', '..'); // from dist/notebook/, as from src/notebook/
const opened: string[] = []; // SLUG/TASK of every hint that was shown

/**
 * Checks the exercise of a notebook and shows a table: each task untouched, wrong, right or in error; for a wrong one the
 * contract that failed, the input, what was expected and received, and the known mistake that it looks like.
 *
 * @param exercise its number, e.g. `'03'`, or its slug; the answers are in `exercises/`
 * @throws OptionError when there is no such exercise
 *
 * @example `await check('03');`
 */
export async function check(exercise: string): Promise<void> {
  show(await ask('check', exercise));
}

/**
 * Shows the next hint; run it again for one more.
 *
 * @param exercise its number, e.g. `'03'`
 * @param task which task (default: the first that is not solved)
 * @throws OptionError when there is no such exercise or task
 */
export async function hint(exercise: string, task?: number): Promise<void> {
  const wanted = task === undefined ? [] : [String(task)];
  const reply = await ask('hint', exercise, ...wanted, ...opened.flatMap((one) => ['--opened', one]));
  const [markdown, shown] = reply.split(/\n<!-- (.*) -->$/); // the grader knows the slug, and which task comes next
  show(markdown);
  if (shown) opened.push(shown);
}

/**
 * Shows the solution of an exercise once it is solved.
 *
 * @param exercise its number, e.g. `'03'`
 * @param options.reveal show it although tasks are open (default false)
 * @throws OptionError when there is no such exercise
 */
export async function solution(exercise: string, options: { reveal?: boolean } = {}): Promise<void> {
  show(await ask('solution', exercise, ...(options.reveal ? ['--reveal'] : [])));
}

/** Shows the points of all exercises. */
export async function progress(): Promise<void> {
  show(await ask('progress'));
}

/** Node, which runs the grader; in Deno's kernel this process is none. */
const node = 'deno' in process.versions ? 'node' : process.execPath;

function ask(...args: string[]): Promise<string> {
  const command = ['--require', 'tsx/cjs', join(courseRoot, 'grader', 'commands', 'notebook-check.ts'), ...args];
  return new Promise((resolve, reject) => {
    execFile(node, command, { cwd: courseRoot, encoding: 'utf8', windowsHide: true }, (error, stdout, stderr) => {
      if (!error) resolve(stdout.trimEnd());
      else reject(new OptionError(stderr.trim() || error.message));
    });
  });
}
