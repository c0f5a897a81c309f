// Hostile folders and zip files, and texts in every honest encoding

import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { FILE_BYTES, readSubmission } from '../../grader/submission';
import { rawZip } from './raw-zip';

describe('reading a submission', () => {
  let folder: string;
  let outside: string;
  beforeEach(() => {
    const base = mkdtempSync(join(tmpdir(), 'holdout-submission-'));
    folder = join(base, 'student');
    outside = join(base, 'solution.ts');
    mkdirSync(folder);
    writeFileSync(outside, 'export const secret = 1;');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const read = async () => (await readSubmission(folder)).source('02-l2');
  const problem = async () => ((await read()) as { problem: string }).problem;
  const zipped = async (bytes: Buffer) => {
    const file = join(folder, 'hand-in.zip');
    writeFileSync(file, bytes);
    return (await readSubmission(file)).source('02-l2') as { text?: string; problem?: string };
  };

  const honest = 'export const l2 = 1;\n';
  for (const [name, bytes] of [
    ['UTF-8', Buffer.from(honest)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${honest}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${honest}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${honest}`, 'utf16le').swap16()],
  ] as const) {
    it(`takes ${name}`, async () => {
      writeFileSync(join(folder, '02-l2.ts'), bytes);
      expect(await read()).to.deep.equal({ text: honest });
    });
  }

  for (const place of ['exercises', 'hand-in', 'hand-in/exercises']) {
    it(`finds the file in ${place}/`, async () => {
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, '02-l2.ts'), honest);
      expect(await read()).to.deep.equal({ text: honest });
    });
  }

  for (const other of ['02-L2.ts', '02-l2.js', '02-l2 (1).ts', '02-l2.ts.txt']) {
    it(`says that ${other} may be the file that is missing`, async () => {
      writeFileSync(join(folder, other), honest);
      expect(await problem()).to.equal(`02-l2.ts is missing; is it ${other}? Give it the name 02-l2.ts`);
    });
  }

  it('follows no symbolic link, neither of a file nor of a folder nor of the submission', async () => {
    symlinkSync(outside, join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('symbolic link');
    rmSync(join(folder, '02-l2.ts'));
    writeFileSync(join(folder, '..', '02-l2.ts'), honest);
    symlinkSync('..', join(folder, 'exercises'));
    expect(await problem()).to.contain('symbolic link');
    symlinkSync(folder, join(folder, '..', 'other'));
    const error = await readSubmission(join(folder, '..', 'other')).catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message').that.contains('symbolic link');
  });

  it('takes no hard link, folder or pipe for a file, and does not wait for the pipe', async () => {
    linkSync(outside, join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('hard link');
    rmSync(join(folder, '02-l2.ts'));
    mkdirSync(join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('not a file');
    rmSync(join(folder, '02-l2.ts'), { recursive: true });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, '02-l2.ts')]);
    expect(await problem()).to.contain('not a file');
  });

  it('refuses what is too large, empty or no text', async () => {
    const file = join(folder, '02-l2.ts');
    writeFileSync(file, 'x'.repeat(FILE_BYTES + 1));
    expect(await problem()).to.contain('more than');
    writeFileSync(file, ' \n');
    expect(await problem()).to.contain('empty');
    writeFileSync(file, Buffer.from([0x61, 0xff, 0xfe, 0x62]));
    expect(await problem()).to.contain('UTF-8');
    writeFileSync(file, 'a\0b');
    expect(await problem()).to.contain('NUL');
  });

  it('reads a zip file at the top, in exercises/ and one folder down', async () => {
    for (const name of ['02-l2.ts', 'exercises/02-l2.ts', 'student/exercises/02-l2.ts', 'student/02-l2.ts']) {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(honest), name);
      zip.end();
      const chunks: Buffer[] = [];
      for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
      expect(await zipped(Buffer.concat(chunks)), name).to.deep.equal({ text: honest });
    }
  });

  it('reads a zip file that Windows made, with backslashes in its names', async () => {
    const zip = rawZip([{ name: 'ada\\exercises\\02-l2.ts', data: Buffer.from(honest) }]);
    expect(await zipped(zip)).to.deep.equal({ text: honest });
  });

  it('refuses zip entries that leave the folder, as a whole', async () => {
    for (const name of ['../02-l2.ts', '/02-l2.ts', 'a/../../02-l2.ts', 'C:/02-l2.ts', '..\\02-l2.ts']) {
      const error = await zipped(rawZip([{ name, data: Buffer.from(honest) }])).catch((thrown: Error) => thrown);
      expect(error, name).to.be.an('error');
    }
  });

  it('refuses a zip entry that is a link, stands twice, or lies about its size', async () => {
    const data = Buffer.from(honest);
    const link = { name: '02-l2.ts', data: Buffer.from('/etc/passwd'), mode: 0o120777 };
    expect((await zipped(rawZip([link]))).problem).to.contain('link');
    expect(
      (
        await zipped(
          rawZip([
            { name: '02-l2.ts', data },
            { name: 'exercises/02-l2.ts', data },
          ]),
        )
      ).problem,
    ).to.contain('twice');
    const bomb = { name: '02-l2.ts', data: deflateRawSync(Buffer.alloc(50 << 20)), method: 8, size: 100 };
    expect((await zipped(rawZip([bomb]))).problem).to.contain('cannot be read');
    expect((await zipped(rawZip([{ ...bomb, size: 50 << 20 }]))).problem).to.contain('more than');
  });

  it('refuses a zip file with too many entries, cut short, or of another kind', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.txt`, data: Buffer.alloc(0) }));
    const whole = rawZip([{ name: '02-l2.ts', data: Buffer.from(honest) }]);
    for (const bytes of [
      rawZip(many),
      whole.subarray(0, whole.length - 30),
      Buffer.from('no zip file'),
      Buffer.alloc(0),
    ]) {
      const error = await zipped(bytes).catch((thrown: Error) => thrown);
      expect(error).to.be.an('error');
    }
  });
});
