// Were the vm context escaped: what the process around it still refuses, at each level that works here

import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { childCommand, childFiles, hasLevel, levels, type Level } from '../../../grader/sandbox/level';
import { defaultLimits } from '../../../grader/sandbox/limits';

/** Runs in place of the harness, with all that Node has; reports on fd 3 what it managed to do. */
const intruder = `
const attempt = (name, run) => { try { const value = run(); return [name, value === undefined ? true : value]; } catch { return [name, false]; } };
const fs = require('fs');
const results = [
  attempt('reads a file', () => fs.readFileSync('@SECRET@', 'utf8')),
  attempt('lists a folder', () => fs.readdirSync('@FOLDER@')),
  attempt('writes a file', () => fs.writeFileSync('@CANARY@', 'x')),
  attempt('starts a program', () => { const r = require('child_process').spawnSync(process.execPath, ['--version']); if (r.error) throw r.error; }),
  attempt('starts a worker', () => { new (require('worker_threads').Worker)('1', { eval: true }); }),
  attempt('makes code from text', () => new Function('return 1')()),
  attempt('sees the environment', () => Object.keys(process.env).filter((name) => !/^(PWD|SHLVL|_|SystemRoot|LC_CTYPE)$/.test(name)).length > 0),
  attempt('signals its parent', () => { process.kill(${process.pid}, 0); }),
];
const done = (connected) => { fs.writeSync(3, JSON.stringify(Object.fromEntries([...results, ['connects', connected]]))); process.reallyExit(0); };
try { require('net').connect(@PORT@, '127.0.0.1').on('connect', () => done(true)).on('error', () => done(false)); } catch { done(false); }
setTimeout(() => done(false), 3000);
`;

async function intrude(level: Level): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-layers-'));
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const script = join(folder, 'intruder.cjs');
    writeFileSync(join(folder, 'secret'), 'secret');
    const { port } = server.address() as { port: number };
    const places = {
      '@SECRET@': join(folder, 'secret'),
      '@FOLDER@': folder,
      '@CANARY@': join(folder, 'canary'),
      '@PORT@': String(port),
    };
    writeFileSync(
      script,
      Object.entries(places).reduce((text, [mark, place]) => text.replaceAll(mark, place), intruder),
    );
    const [program, ...args] = childCommand(level, defaultLimits).map((part) => part.replace(childFiles[0], script));
    const child = spawn(program, args, { cwd: folder, env: {}, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
    let reply = '';
    for await (const chunk of child.stdio[3] as Readable) reply += chunk;
    expect(existsSync(join(folder, 'canary'))).to.equal(false);
    return JSON.parse(reply);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the layers behind the vm context', function () {
  this.timeout(20000);
  for (const level of levels) {
    it(`${level}: no file is read or written, no program started, no code made from text${level === 'none' ? '' : ', no port reached, no process signalled'}`, async function () {
      if (!hasLevel(level)) return this.skip();
      const managed = await intrude(level);
      const refused = [
        'reads a file',
        'lists a folder',
        'writes a file',
        'starts a program',
        'starts a worker',
        'makes code from text',
        'sees the environment',
      ];
      if (level !== 'none') refused.push('connects', 'signals its parent');
      for (const name of refused) expect(managed[name], name).to.equal(false);
    });
  }
});
