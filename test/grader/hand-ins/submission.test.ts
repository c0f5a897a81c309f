// Hostile folders and archives, limits, and texts in every honest encoding

import { expect } from 'chai';
import * as fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { Budget, openArchive } from '../../../grader/hand-ins/archive';
import { file as fileItem } from '../../../grader/hand-ins/item';
import { FILE_BYTES, readSubmission } from '../../../grader/hand-ins/submission';
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

  const wanted = [{ slug: '02-l2', tasks: [{ id: 1 }] }];
  const read = async (path = folder) => (await readSubmission(path, wanted)).source('02-l2');
  const problem = async () => ((await read()) as { problem: string }).problem;
  const zipped = async (bytes: Buffer) => {
    const file = join(folder, 'hand-in.zip');
    writeFileSync(file, bytes);
    const submission = await readSubmission(file, wanted);
    return { ...submission.source('02-l2'), whole: submission.problem } as {
      text?: string;
      problem?: string;
      whole?: string;
    };
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

  it('follows no symbolic link, neither of a file nor of a folder nor of the submission', async () => {
    symlinkSync(outside, join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('symbolic link');
    rmSync(join(folder, '02-l2.ts'));
    writeFileSync(join(folder, '..', '02-l2.ts'), honest);
    symlinkSync('..', join(folder, 'exercises'));
    expect(await problem()).to.contain('symbolic link');
    symlinkSync(folder, join(folder, '..', 'other'));
    expect(
      await read(join(folder, '..', 'other')).then((source) => (source as { problem: string }).problem),
    ).to.contain('symbolic link');
  });

  it('takes no hard link, folder or pipe for a file, and does not wait for the pipe', async () => {
    linkSync(outside, join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('hard link');
    rmSync(join(folder, '02-l2.ts'));
    mkdirSync(join(folder, '02-l2.ts'));
    expect(await problem()).to.contain('missing');
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
    writeFileSync(file, Buffer.from([0x61, 0x01, 0xff, 0xfe, 0x62]));
    expect(await problem()).to.contain('UTF-8');
    writeFileSync(file, 'a\0b');
    expect(await problem()).to.contain('NUL');
  });

  it('reads a zip file that Windows made, with backslashes in its names', async () => {
    const zip = rawZip([{ name: 'ada\\exercises\\02-l2.ts', data: Buffer.from(honest) }]);
    expect((await zipped(zip)).text).to.equal(honest);
  });

  it('does not read zip entries that leave the folder, and says so', async () => {
    for (const name of ['../02-l2.ts', '/02-l2.ts', 'a/../../02-l2.ts', 'C:/02-l2.ts', '..\\02-l2.ts']) {
      const { text, whole } = await zipped(rawZip([{ name, data: Buffer.from(honest) }]));
      expect(text, name).to.equal(undefined);
      expect(whole, name).to.contain('leaves the archive');
    }
  });

  it('refuses a zip entry that is a link, lies about its size, or has other bytes than it says', async () => {
    const data = Buffer.from(honest);
    const link = { name: '02-l2.ts', data: Buffer.from('/etc/passwd'), mode: 0o120777 };
    expect((await zipped(rawZip([link]))).problem).to.contain('link');
    const bomb = { name: '02-l2.ts', data: deflateRawSync(Buffer.alloc(FILE_BYTES + 1)), method: 8, size: 100 };
    expect((await zipped(rawZip([bomb]))).problem).to.contain('cannot be unpacked (too many bytes');
    expect((await zipped(rawZip([{ ...bomb, size: FILE_BYTES + 1 }]))).problem).to.contain('more than');
    expect((await zipped(rawZip([{ name: '02-l2.ts', data, checksum: 7 }]))).problem).to.contain('damaged');
  });

  it('takes the last of two entries of one name, as programs that unpack do, and says so', async () => {
    const entry = (text: string) => ({ name: '02-l2.ts', data: Buffer.from(text) });
    const { text, note } = (await zipped(rawZip([entry('export const a = 1;'), entry(honest)]))) as {
      text: string;
      note: string;
    };
    expect(text).to.equal(honest);
    expect(note).to.contain('2 times');
  });

  it('bounds the entries of an archive, the memory that it takes, how archives are nested and how deep folders are', async () => {
    const many = Array.from({ length: new Budget().entries + 1 }, (_, i) => ({ name: `${i}`, data: Buffer.alloc(0) }));
    expect((await zipped(rawZip(many))).whole).to.contain('has too many files');

    const small = Object.assign(new Budget(), { memory: 4000, entries: 3 });
    const archive = (bytes: Buffer) =>
      fileItem('a.zip', async (limit) => (limit < bytes.length ? Buffer.alloc(0) : bytes));
    const two = rawZip([{ name: 'a', data: Buffer.alloc(1000) }, { name: 'b', data: Buffer.alloc(1000) }]); // prettier-ignore
    await openArchive(archive(two), small);
    expect(small).to.deep.equal({ memory: 4000 - two.length, entries: 1 }); // what is left for the others of the hand-in
    const refusal = (bytes: Buffer) => openArchive(archive(bytes), small).then(String, (error: Error) => error.message);
    expect(await refusal(two)).to.contain('empty file'); // more than the limit that its reader was given
    expect(await refusal(rawZip([{ name: 'a', data: Buffer.alloc(1) }, { name: 'b', data: Buffer.alloc(1) }]))).to.contain('too many files'); // prettier-ignore
    expect(await refusal(gzipSync(Buffer.alloc(5000)))).to.contain('unpacks to too many bytes');

    let nested = rawZip([{ name: '02-l2.ts', data: Buffer.from(honest) }]);
    for (let i = 0; i < 3; i++) nested = rawZip([{ name: 'inner.zip', data: nested }]);
    expect((await zipped(nested)).text).to.equal(honest);
    expect((await zipped(rawZip([{ name: 'inner.zip', data: nested }]))).whole).to.contain('in more than 3 others');
    expect(
      (await zipped(rawZip([{ name: `${'a/'.repeat(20)}02-l2.ts`, data: Buffer.from(honest) }]))).whole,
    ).to.contain('folders deep');
  });

  it('reads a bounded number of copies of an exercise', async () => {
    const copies = Array.from({ length: 50 }, (_, i) => ({
      name: `${i}/02-l2.ts`,
      data: Buffer.from(`${honest}// ${i}`),
    }));
    const { text, note } = (await zipped(rawZip(copies))) as { text: string; note: string };
    expect(text).to.equal(`${honest}// 39`);
    expect(note).to.contain('40 times');
  });

  it('refuses an archive that is cut short or of another kind', async () => {
    const whole = rawZip([{ name: '02-l2.ts', data: Buffer.from(honest) }]);
    for (const bytes of [whole.subarray(0, whole.length - 30), Buffer.from('no zip file'), Buffer.alloc(0)])
      expect((await zipped(bytes)).whole).to.match(/no exercise could be read: it is /);
  });

  it('reads an archive with any byte of it changed, or says why not', async function () {
    this.timeout(30000);
    const whole = rawZip([
      { name: 'a/02-l2.ts', data: deflateRawSync(Buffer.from(honest)), method: 8, size: honest.length },
    ]);
    for (const bytes of [whole, gzipSync(whole)]) {
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
          const changed = Buffer.from(bytes);
          changed[at] = value;
          const { text, problem } = await zipped(changed);
          expect(text ?? problem).to.be.a('string');
        }),
        { numRuns: 500 },
      );
    }
  });
});
