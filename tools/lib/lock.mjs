// Two commands that set up the same clone at once → one after the other. The lock is a file that its holder writes again twice a
// second, with the programs that it has started: when it is killed the file stays, and who waits sees that neither it nor npm is there.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratch } from './paths.mjs';

export const lockFile = join(scratch, 'lock');

const LOOK_MILLISECONDS = 100;

/** The processes that this command has started (run.mjs): npm goes on when only the command is killed. */
export const programs = new Set();

/**
 * Does `work` while no other command does the like in this clone; `title` is what those read who wait for it.
 *
 * @param {{file?: string, beat?: number, stale?: number}} options after how many milliseconds the holder writes the file again
 * (default 500), and after how many without that it is taken for dead (default 3000)
 */
export async function withLock(title, work, { file = lockFile, beat = 500, stale = 3000 } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const own = [process.pid, hostname(), title, Date.now(), ''].join('\n');
  const watch = new Watch(stale);
  while (!create(file, own)) {
    const holder = lockHolder(file);
    if (holder && watch.looksDead(holder)) remove(file, holder);
    else await sleep(LOOK_MILLISECONDS);
  }
  const isOwn = () => lockHolder(file)?.text.startsWith(own);
  const beating = setInterval(() => isOwn() && writeFileSync(file, own + [...programs].join(' ')), beat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    if (isOwn()) rmSync(file, { force: true });
  }
}

/** What somebody who waits has seen of the holder. */
class Watch {
  seen;
  since;
  told = new Set();

  constructor(stale) {
    this.stale = stale;
  }

  looksDead(holder) {
    const { pid, title, seen, alive } = holder;
    if (seen !== this.seen) [this.seen, this.since] = [seen, performance.now()];
    if (alive) this.tell(`Waiting for another command (process ${pid}): ${title}`);
    if (performance.now() - this.since < this.stale) return false;
    if (alive)
      this.tell(
        `Process ${pid} does not move. Was it stopped with Ctrl-Z, or its command killed? Wait, end it, or delete ${lockFile}`,
      );
    return !alive;
  }

  tell(text) {
    if (!this.told.has(text)) console.log(`  ${text}`);
    this.told.add(text);
  }
}

/**
 * Who holds the lock: `pid`, `title`, and `alive`: whether its process or a program of it is there, also when it was stopped with
 * Ctrl-Z; then `pid` is of one that is. `seen` changes as long as it works. Undefined when nobody holds it.
 */
export function lockHolder(file = lockFile) {
  try {
    const text = readFileSync(file, 'utf8');
    const seen = `${text} ${statSync(file).mtimeMs}`;
    const [holder, host, title, , started = ''] = text.split('\n'); // empty when it was killed before it had written who it is
    const pids = [holder, ...started.split(' ')].map(Number).filter((pid) => pid > 0);
    const living = host === hostname() ? pids.find(isAlive) : undefined;
    return { pid: living ?? holder, title, text, seen, alive: living !== undefined };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function create(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find a stale lock, one gets the file; it puts it back should a new holder have been faster. */
function remove(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another one was faster
  }
  if (readFileSync(aside, 'utf8') === stale.text) rmSync(aside);
  else renameSync(aside, file);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
