// two commands that set up one clone → one after the other, also after one was killed or stopped

import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const lib = `${pathToFileURL(join(__dirname, '..', '..', 'tools', 'lib')).href}/`;

/** Takes the lock, notes when it began and ended, and holds it for a time. */
const script = `
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from ${JSON.stringify(lib + 'lock.mjs')};
import { run } from ${JSON.stringify(lib + 'run.mjs')};
const [name, milliseconds, program, file, notes] = process.argv.slice(1);
await withLock('the work of ' + name, async () => {
  const ends = 'require("fs").appendFileSync(' + JSON.stringify(notes) + ', "its program ends\\\\n")';
  if (program > 0) void run(process.execPath, ['-e', 'setTimeout(() => ' + ends + ', ' + program + ')']);
  if (program > 0) await sleep(300);
  appendFileSync(notes, name + ' begins\\n');
  await sleep(Number(milliseconds));
  appendFileSync(notes, name + ' ends\\n');
}, { file, beat: 100, stale: 1000 });`;

describe('the lock of the set-up', function () {
  this.timeout(60000);
  let folder: string;
  let file: string;
  let children: ChildProcess[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-lock-'));
    file = join(folder, 'lock');
    children = [];
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const notes = () =>
    existsSync(join(folder, 'notes')) ? readFileSync(join(folder, 'notes'), 'utf8').split('\n') : [];
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  /** With `program`, its work is a program that takes as many milliseconds, whoever waits for it. */
  function start(name: string, milliseconds: number, program = 0) {
    const times = [milliseconds, program].map(String);
    const args = ['--input-type=module', '-e', script, name, ...times, file, join(folder, 'notes')];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const command = { child, printed: '', ended: once(child, 'close') };
    child.stdout.on('data', (text) => (command.printed += text));
    return command;
  }

  it('lets in one of four at a time, and says to the others whom they wait for', async () => {
    const holder = start('a', 3000); // long enough for three slow starts
    await until(() => notes().includes('a begins'));
    const others = ['b', 'c', 'd'].map((name) => start(name, 100));
    await Promise.all([holder, ...others].map(({ ended }) => ended));
    const pairs = notes().slice(0, -1);
    expect(pairs).to.have.length(8);
    for (let i = 0; i < 8; i += 2) expect(pairs[i + 1]).to.equal(pairs[i].replace('begins', 'ends'));
    for (const { printed } of others)
      expect(printed).to.contain(`Waiting for another command (process ${holder.child.pid}): the work of a`);
    expect(existsSync(file)).to.equal(false);
  });

  it('is taken over, by one alone, from a holder that was killed', async () => {
    const killed = start('killed', 60000);
    await until(() => notes().includes('killed begins'));
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(file)).to.equal(true);
    const others = ['b', 'c'].map((name) => start(name, 300));
    await Promise.all(others.map(({ ended }) => ended));
    const [, ...after] = notes().map((line) => line.split(' ')[1]);
    expect(after.slice(0, 4)).to.deep.equal(['begins', 'ends', 'begins', 'ends']);
    expect(existsSync(file)).to.equal(false);
  });

  if (process.platform !== 'win32')
    it('is not taken from a holder that was stopped with Ctrl-Z; who waits reads which process does not move', async () => {
      const stopped = start('stopped', 500);
      await until(() => notes().includes('stopped begins'));
      stopped.child.kill('SIGSTOP');
      const other = start('other', 0);
      await until(() => other.printed.includes('does not move'));
      expect(other.printed).to.contain(
        `Process ${stopped.child.pid} does not move. Was it stopped with Ctrl-Z, or its command killed?`,
      );
      expect(notes()).not.to.include('other begins');
      stopped.child.kill('SIGCONT');
      await other.ended;
      expect(notes().slice(1, 3)).to.deep.equal(['stopped ends', 'other begins']);
    });

  it('is not taken before the program that a killed holder had started has ended, too', async () => {
    const killed = start('killed', 60000, 2000);
    await until(() => notes().includes('killed begins'));
    killed.child.kill('SIGKILL');
    await start('next', 0).ended;
    expect(notes().slice(0, 3)).to.deep.equal(['killed begins', 'its program ends', 'next begins']);
  });

  it('is not taken from a process of another container as long as that touches it', async () => {
    writeFileSync(file, ['1', `not-${hostname()}`, 'work elsewhere', '0'].join('\n'));
    const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 100);
    const other = start('other', 0);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(notes()).to.deep.equal([]);
    clearInterval(beat);
    await other.ended;
    expect(notes()).to.include('other ends');
  });

  for (const [what, content] of Object.entries({ empty: '', 'cut short': '12', 'of another form': '{}' }))
    it(`is taken over when its file is ${what}`, async () => {
      writeFileSync(file, content);
      await start('next', 0).ended;
      expect(notes()).to.include('next ends');
    });
});
