// Two commands that set up the same clone at once → one after the other. The lock is a file that its holder touches every second:
// when a holder is killed the file stays, and whoever waits sees that nobody touches it any more.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratch } from './paths.mjs';

export const lockFile = join(scratch, 'lock');

const LOOK_MILLISECONDS = 100;

/**
 * Does `work` while no other command does the like in this clone; `title` is what those read who wait for it.
 *
 * @param {{file?: string, beat?: number, stale?: number}} options after how many milliseconds the holder touches the file again
 * (default 500), and after how many without a touch it is taken for dead (default 3000)
 */
export async function withLock(title, work, { file = lockFile, beat = 500, stale = 3000 } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const own = [process.pid, hostname(), title, Date.now()].join('\n');
  const watch = new Watch(stale);
  while (!create(file, own)) {
    const holder = lockHolder(file);
    if (holder && watch.looksDead(holder)) remove(file, holder);
    else await sleep(LOOK_MILLISECONDS);
  }
  const beating = setInterval(() => touch(file), beat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    if (lockHolder(file)?.text === own) rmSync(file, { force: true });
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
    if (alive) this.tell(`Process ${pid} does not move. Was it stopped with Ctrl-Z? End it, or delete ${lockFile}`);
    return !alive;
  }

  tell(text) {
    if (!this.told.has(text)) console.log(`  ${text}`);
    this.told.add(text);
  }
}

/**
 * Who holds the lock: `pid`, `title`, and `alive`: whether its process is there, also when it was stopped with Ctrl-Z and touches
 * nothing. `seen` changes as long as it works. Undefined when nobody holds it.
 */
export function lockHolder(file = lockFile) {
  try {
    const text = readFileSync(file, 'utf8');
    const seen = `${text} ${statSync(file).mtimeMs}`;
    const [pid, host, title] = text.split('\n'); // empty when it was killed before it had written who it is
    return { pid, title, text, seen, alive: host === hostname() && isAlive(Number(pid)) };
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

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // it was taken away by hand: the next command may begin
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
