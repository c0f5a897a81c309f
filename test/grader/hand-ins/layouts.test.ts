// What learning platforms, systems and learners in a hurry make → the rows of the class: every hand-in is read, or its row says why not

import { expect } from 'chai';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findHandIns, oneHandIn } from '../../../grader/hand-ins/layout';
import { readHandIn } from '../../../grader/hand-ins/submission';
import { rawZip } from './raw-zip';
import { plant, tar, tarGz, zip, type Tree } from './trees';

const slug = '03-l1-and-l2-by-hand';
const name = `${slug}.ts`;
const exercises = [
  { slug, tasks: [{ id: 1 }, { id: 2 }] },
  { slug: '04-exactly-zero', tasks: [{ id: 1 }] },
];
/** An answer that can be told from the others. */
const by = (whom: string) => `export const l1Loss = () => '${whom}';\n`;
const stub =
  "export function l1Loss() {\n  throw new Error('Task 1: …');\n}\nexport function l2Loss() {\n  throw new Error('Task 2: …');\n}\n";
const rar = Buffer.from('526172211a0701003392b5e50a01050600050101808000', 'hex');
const sevenZip = Buffer.from('377abcaf271c0004', 'hex');

/** What a row says: whose answer was read or why there is none, and what else has to be known. */
type Row = string | RegExp | [string, RegExp];
interface Case {
  title: string;
  /** The folder of the class, or with `as` the one thing in it that is given to the command. */
  tree: Tree;
  as?: string;
  rows: Record<string, Row>;
  unused?: string[];
}

const moodle = (who: string, id: number) => `${who}_${id}_assignsubmission_file`;
const clone: Tree = {
  'course.json': '{}',
  exercises: { [name]: by('ada'), '04-exactly-zero.ts': 'export const prox = 1;' },
  solutions: { [name]: by('solution'), '04-exactly-zero.ts': by('solution') },
  node_modules: { holdout: { exercises: { [name]: by('node_modules') } } },
  test: { exercises: { [`${slug}.spec.ts`]: by('spec') }, mutants: { [slug]: { 'wrong-1.ts': by('mutant') } } },
};

const table: Case[] = [
  {
    title: 'a folder or a zip for each learner, with exercises/, without, or in a folder of its own',
    tree: {
      ada: { [name]: by('ada') },
      'ben.zip': zip({ exercises: { [name]: by('ben') } }),
      cem: { 'hand in': { exercises: { [name]: by('cem') } } },
      'dee.ZIP': zip({ dee: { desktop: { [name]: by('dee') } } }),
    },
    rows: { ada: 'ada', 'ben.zip': 'ben', cem: 'cem', 'dee.ZIP': 'dee' },
  },
  {
    title: 'Moodle: a folder for each learner with the hand-in in it; two learners of one name',
    tree: {
      [moodle('Jane Doe', 4711)]: { 'hand-in.zip': zip({ exercises: { [name]: by('jane 1') } }) },
      [moodle('Jane Doe', 4712)]: { 'hand-in.zip': zip({ exercises: { [name]: by('jane 2') } }) },
      'Jane Doe_4712_assignsubmission_onlinetext': { 'onlinetext.html': '<p>done</p>' },
      [`${moodle('José Ño', 4713)}_`]: { [name]: by('josé') },
    },
    rows: {
      [moodle('Jane Doe', 4711)]: 'jane 1',
      [moodle('Jane Doe', 4712)]: 'jane 2',
      [`${moodle('José Ño', 4713)}_`]: 'josé',
    },
  },
  {
    title: 'Moodle: all files in one folder, with the names before them',
    tree: {
      [`${moodle('Jane Doe', 4711)}_hand-in.zip`]: zip({ exercises: { [name]: by('jane') } }),
      [`${moodle('Max Doe', 4712)}_${name}`]: by('max'),
      [`${moodle('Max Doe', 4712)}_04-exactly-zero.ts`]: by('max'),
    },
    rows: { 'Jane Doe_4711': 'jane', 'Max Doe_4712': 'max' },
  },
  {
    title: 'Moodle: one zip of the class, given itself',
    tree: {
      'HW-1.zip': zip({
        [moodle('Ada', 1)]: { 'a.zip': zip({ exercises: { [name]: by('ada') } }) },
        [moodle('Ben', 2)]: { [name]: by('ben') },
      }),
    },
    as: 'HW-1.zip',
    rows: { [moodle('Ada', 1)]: 'ada', [moodle('Ben', 2)]: 'ben' },
  },
  {
    title: 'one zip of the class in a folder, beside what a system put there',
    tree: {
      'all.zip': zip({ 'HW 1': { ada: { [name]: by('ada') }, 'ben.zip': zip({ [name]: by('ben') }) } }),
      '.DS_Store': '',
      'notes.pdf': '%PDF',
    },
    rows: { ada: 'ada', 'ben.zip': 'ben' },
    unused: ['.DS_Store: made by a system or a tool', 'notes.pdf: no exercise, and no archive'],
  },
  {
    title: 'one zip of the class with a single learner in it',
    tree: { 'HW-1.zip': zip({ [moodle('Ada', 1)]: { 'a.zip': zip({ [name]: by('ada') }) } }) },
    as: 'HW-1.zip',
    rows: { [moodle('Ada', 1)]: 'ada' },
  },
  {
    title: 'zips in a zip in a zip',
    tree: {
      'all.zip': zip({
        'ada.zip': zip({ 'inner.zip': zip({ [name]: by('ada') }) }),
        'ben.zip': zip({ [name]: by('ben') }),
      }),
    },
    as: 'all.zip',
    rows: { 'ada.zip': 'ada', 'ben.zip': 'ben' },
  },
  {
    title: 'Canvas: renamed files, also late, handed in again, zipped, anonymous, and no exercise',
    tree: {
      [`doejane_12345_67890_${name}`]: by('jane'),
      'doejane_12345_67891_04-exactly-zero.ts': by('jane'),
      [`roemax_LATE_12346_67892_${slug}-1.ts`]: by('max'),
      'ngan_12347_67893_hand-in.zip': zip({ exercises: { [name]: by('an') } }),
      'anon_Ab3dE_67894_hand-in-2.zip': zip({ [name]: by('anon') }),
      'poeeve_12348_67895_report.docx': 'PK',
    },
    rows: {
      doejane_12345: 'jane',
      roemax_LATE_12346: ['max', /03-l1-and-l2-by-hand-1\.ts was read as 03-l1-and-l2-by-hand\.ts/],
      ngan_12347: 'an',
      anon_Ab3dE: 'anon',
      poeeve_12348: /no exercise in it, but report\.docx/,
    },
  },
  {
    title: 'Blackboard: the newest attempt counts, and a receipt is not a hand-in',
    tree: {
      'Homework 1_jdoe_attempt_2024-01-01-10-00-00_hand-in.zip': zip({ exercises: { [name]: by('first') } }),
      'Homework 1_jdoe_attempt_2024-01-01-10-00-00.txt': 'Name: Jane Doe (jdoe)',
      'Homework 1_jdoe_attempt_2024-01-03-10-00-00_hand-in.zip': zip({ [name]: by('second') }),
      'Homework 1_mroe_attempt_2024-01-02-10-00-00.txt': 'Name: Max Roe (mroe)',
      [`Homework 1_ang_attempt_2024-01-02-10-00-00_${name}`]: by('an'),
    },
    rows: {
      'Homework 1_jdoe': ['second', /handed in 2 times/],
      'Homework 1_mroe': /receipt\.txt/,
      'Homework 1_ang': 'an',
    },
  },
  {
    title: 'Brightspace: folders, or files with the names before them, and its index.html',
    tree: {
      '397063-2557369 - Jane Doe - Sep 24, 2024 926 PM': { 'hand-in.zip': zip({ [name]: by('jane') }) },
      [`397063-2557370 - Max Roe - Sep 24, 2024 927 PM - ${name}`]: by('max'),
      'index.html': '<html>',
    },
    rows: {
      '397063-2557369 - Jane Doe - Sep 24, 2024 926 PM': 'jane',
      '397063-2557370 - Max Roe - Sep 24, 2024 927 PM': 'max',
    },
    unused: ['index.html: no exercise, and no archive'],
  },
  {
    title: 'Teams: a folder for each learner, in it the assignment, in it each version',
    tree: {
      'Submitted files': {
        'Jane Doe': {
          'HW 1': {
            'Version 9': { exercises: { [name]: by('ninth') } },
            'Version 10': { [name]: by('tenth') },
            'Version 2': { [name]: by('second') },
          },
        },
        'Max Roe': { 'HW 1': { 'Version 1': { 'hand-in.zip': zip({ [name]: by('max') }) } } },
      },
    },
    rows: { 'Jane Doe': ['tenth', /handed in 3 times/], 'Max Roe': 'max' },
  },
  {
    title: "Gradescope's export",
    tree: {
      assignment_1_export: {
        submission_1: { [name]: by('ada') },
        submission_2: { a: { [name]: by('ben') } },
        'submission_metadata.yml': '',
      },
    },
    rows: { submission_1: 'ada', submission_2: 'ben' },
    unused: ['submission_metadata.yml: no exercise, and no archive'],
  },
  {
    title: 'Google Classroom: files of all learners in one folder',
    tree: {
      [`Jane Doe - ${name}`]: by('jane'),
      [`Copy of ${name}`]: by('a copy'),
      [name]: by('one'),
      [`${slug} (1).ts`]: by('two'),
      [`${slug} (2).ts`]: by('three'),
    },
    rows: {
      'Jane Doe': ['jane', /was read as/],
      [`Copy of ${name}`]: ['a copy', /was read as/],
      [name]: 'one',
      [`${slug} (1).ts`]: ['two', /read as/],
      [`${slug} (2).ts`]: ['three', /read as/],
    },
  },
  {
    title: 'files in the folder of a class that belong to nobody have rows of their own',
    tree: {
      ada: { [name]: by('ada') },
      ben: { [name]: by('ben') },
      [name]: by('nobody'),
      'cem.ts': by('cem'),
      [`${slug}.js`]: by('dee'),
      'links.txt': '',
    },
    rows: {
      ada: 'ada',
      ben: 'ben',
      [name]: 'nobody',
      [`${slug}.js`]: /is it 03-l1-and-l2-by-hand\.js\? Give it the name/,
      'cem.ts': /no exercise in it, but cem\.ts; an exercise has its name, such as 03-l1/,
    },
    unused: ['links.txt: no exercise, and no archive'],
  },
  {
    title: 'archives: .tar, .tar.gz and .tgz are read; .rar and .7z say what they are, whatever they are called',
    tree: {
      'a.tar': tar({ exercises: { [name]: by('a') } }),
      'b.tar.gz': tarGz({ [`long ${'folder '.repeat(20)}ñ`]: { [name]: by('b') } }),
      'c.tgz': tarGz({ [name]: by('c') }),
      'd.rar': rar,
      'e.7z': sevenZip,
      'f.zip': rar,
      g: { 'g.rar': rar },
      'h.zip': '<!DOCTYPE html><title>Log in</title>',
      'i.zip': '',
      'j.gz': Buffer.from('1f8b', 'hex'),
    },
    rows: {
      'a.tar': 'a',
      'b.tar.gz': 'b',
      'c.tgz': 'c',
      'd.rar': /is a RAR archive, which is not read; hand in a \.zip/,
      'e.7z': /is a 7z archive/,
      'f.zip': /is a RAR archive/,
      g: /g\.rar is a RAR archive/,
      'h.zip': /is no archive that can be read: it begins with "<!DOCTYPE/,
      'i.zip': /is an empty file/,
      'j.gz': /cannot be unpacked/,
    },
  },
  {
    title: 'an empty folder, an empty zip, and a folder with something else in it',
    tree: { ada: {}, 'ben.zip': rawZip([]), cem: { 'thesis.pdf': '%PDF' }, dee: { [name]: by('dee') } },
    rows: {
      ada: /the folder is empty/,
      'ben.zip': /nothing in it/,
      cem: /no exercise in it, but thesis\.pdf/,
      dee: 'dee',
    },
  },
  {
    title: 'a zipped clone of the course: exercises/ counts, never solutions/ or node_modules/',
    tree: {
      'ada.zip': zip({ 'holdout-main': clone }),
      ben: { holdout: { ...clone, [name]: stub, exercises: { [name]: by('ben') } } },
      cem: { ...clone, exercises: {} },
    },
    rows: { 'ada.zip': 'ada', ben: 'ben', cem: /solutions\/ is not read/ },
  },
  {
    title: 'a clone, given itself',
    tree: { clone },
    as: 'clone',
    rows: { clone: 'ada' },
  },
  {
    title: 'untouched stubs do not count where there is an answer, wherever it is',
    tree: {
      ada: { [name]: stub, exercises: { [name]: by('ada') } },
      ben: { exercises: { [name]: stub }, mine: { [`${slug} (1).ts`]: by('ben') } },
      cem: { [name]: stub },
    },
    rows: { ada: 'ada', ben: ['ben', /was read as/], cem: stub },
  },
  {
    title: 'what systems put beside the answers',
    tree: {
      'ada.zip': zip({
        __MACOSX: { [`._${name}`]: 'x', [name]: by('mac') },
        '.DS_Store': 'x',
        ada: { [name]: by('ada') },
      }),
      ben: { [name]: by('ben'), 'Thumbs.db': 'x', 'desktop.ini': 'x', '.git': { [name]: by('git') } },
      'Thumbs.db': 'x',
    },
    rows: { 'ada.zip': 'ada', ben: 'ben' },
    unused: ['Thumbs.db: made by a system or a tool'],
  },
  {
    title: 'names that browsers, editors and people make of the name of an exercise',
    tree: {
      a: { [`Copy of ${name}`]: by('a') },
      b: { '03_l1_and_l2_by_hand.ts': by('b') },
      c: { [`${slug} (1).ts`]: by('c') },
      d: { [`${name}.txt`]: by('d') },
      e: { '03-L1-and-L2-by-hand.TS': by('e') },
      f: { [`${slug} copy.ts`]: by('f') },
      g: { '3-l1-and-l2-by-hand.ts': by('g') },
      h: { '03.ts': by('h') },
      i: { [slug]: by('i') },
    },
    rows: Object.fromEntries(
      [...'abcdefghi'].map((one) => [one, [one, /was read as 03-l1-and-l2-by-hand\.ts/] as Row]),
    ),
  },
  {
    title: 'names that may be the exercise are asked about',
    tree: {
      a: { [`${slug}.js`]: by('a') },
      b: { 'exercise3.ts': by('b') },
      c: { '03-l1.ts': by('c') },
      d: { [`${name}.bak`]: by('d') },
      e: { [`${slug}.spec.ts`]: by('e') },
    },
    rows: Object.fromEntries(
      [
        ['a', `${slug}.js`],
        ['b', 'exercise3.ts'],
        ['c', '03-l1.ts'],
        ['d', `${name}.bak`],
        ['e', `${slug}.spec.ts`],
      ].map(([one, file]) => [
        one,
        new RegExp(`^${slug}\\.ts is missing; is it ${file.replaceAll('.', '\\.')}\\? Give it the name ${slug}\\.ts`),
      ]),
    ),
  },
  {
    title: 'two versions of an exercise: the rule decides, and the row says it',
    tree: {
      a: { exercises: { [name]: by('in exercises') }, [name]: by('at the top') },
      b: { [name]: by('at the top'), old: { [name]: by('in a folder') } },
      c: { [name]: by('named right'), [`${slug} (1).ts`]: by('renamed') },
      d: { 'v1.zip': zip({ [name]: by('v1') }), 'v2.zip': zip({ [name]: by('v2') }) },
      e: { 'v1.zip': zip({ [name]: by('same') }), 'v2.zip': zip({ [name]: by('same') }) },
    },
    rows: {
      a: [
        'in exercises',
        /was handed in 2 times, differently: exercises\/03-l1-and-l2-by-hand\.ts counts, not 03-l1-and-l2-by-hand\.ts$/,
      ],
      b: ['at the top', /counts, not old\/03-l1/],
      c: ['named right', /counts, not 03-l1-and-l2-by-hand \(1\)\.ts/],
      d: ['v2', /v2\.zip\/03-l1-and-l2-by-hand\.ts counts, not v1\.zip\//],
      e: 'same',
    },
  },
  {
    title: 'sections of a class, each with its learners',
    tree: {
      'section A': { ada: { [name]: by('ada') }, ben: { [name]: by('ben') }, cem: { [name]: by('cem') } },
      'section B': { dee: { [name]: by('dee') }, eve: { [name]: by('eve') }, fay: { [name]: by('fay') } },
    },
    rows: {
      'section A/ada': 'ada',
      'section A/ben': 'ben',
      'section A/cem': 'cem',
      'section B/dee': 'dee',
      'section B/eve': 'eve',
      'section B/fay': 'fay',
    },
  },
  {
    title: 'a folder in a folder in a folder',
    tree: {
      ada: { a: { b: { c: { [name]: by('ada') } } } },
      ben: { home: { ben: { exercises: { [name]: by('ben') } } } },
    },
    rows: { ada: 'ada', ben: 'ben' },
  },
  {
    title: 'a folder of one learner with an exercise a week is one hand-in in its class',
    tree: {
      ada: { 'week 1': { [name]: by('ada') }, 'week 2': { '04-exactly-zero.ts': by('ada') } },
      ben: { [name]: by('ben') },
    },
    rows: { ada: 'ada', ben: 'ben' },
  },
  {
    title: 'zips with a password, cut short, damaged, with names of an old system and with names in UTF-8',
    tree: {
      'a.zip': rawZip([{ name, data: Buffer.from(by('a')), size: by('a').length - 12, flags: 1 }]),
      'b.zip': rawZip([{ name, data: Buffer.from(by('b')) }]).subarray(0, 80),
      'c.zip': rawZip([{ name, data: Buffer.from(by('c')), checksum: 1 }]),
      'd.zip': rawZip([
        { name: Buffer.concat([Buffer.from([0x81, 0x62, 0x65]), Buffer.from(`/${name}`)]), data: Buffer.from(by('d')) },
      ]),
      'e.zip': rawZip([{ name: `Übung/${name}`, data: Buffer.from(by('e')) }]),
      'f.zip': rawZip([{ name: `../${name}`, data: Buffer.from(by('f')) }]),
      'g.zip': rawZip([{ name, data: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
    },
    rows: {
      'a.zip': /03-l1-and-l2-by-hand\.ts is password-protected; hand it in without a password/,
      'b.zip': /is no zip file that can be read .* was the upload complete/,
      'c.zip': /is damaged/,
      'd.zip': 'd',
      'e.zip': 'e',
      'f.zip': /has a path that leaves the archive/,
      'g.zip': /is a link or a device/,
    },
  },
  {
    title: 'texts in other encodings cost nothing, and the row says which',
    tree: {
      a: { [name]: Buffer.from(`// Fünf\n${by('a')}`, 'latin1') },
      b: { [name]: Buffer.from(by('b'), 'utf16le') },
      c: { [name]: Buffer.from(by('c'), 'utf16le').swap16() },
      d: { [name]: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe]) },
    },
    rows: {
      a: [`// Fünf\n${by('a')}`, /is not UTF-8, and was read as Windows-1252; save it as UTF-8/],
      b: ['b', /is UTF-16 without a byte order mark/],
      c: ['c', /is UTF-16 without a byte order mark/],
      d: /is not a text in UTF-8|contains NUL/,
    },
  },
];

describe('layouts of hand-ins', () => {
  let base: string;
  beforeEach(() => (base = mkdtempSync(join(tmpdir(), 'holdout-layouts-'))));
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  const rowsOf = async (path: string) => {
    const { handIns, unused, close } = await findHandIns(
      path,
      exercises.map((one) => one.slug),
    );
    const rows: Record<string, { text?: string; note?: string; problem?: string; whole?: string }> = {};
    for (const handIn of handIns) {
      const submission = await readHandIn(handIn.item, exercises);
      rows[handIn.name] = { ...submission.source(slug), whole: submission.problem };
    }
    close();
    return { rows, unused };
  };

  for (const { title, tree, as, rows, unused = [] } of table) {
    it(title, async () => {
      await plant(tree, join(base, 'class'));
      const found = await rowsOf(join(base, 'class', as ?? ''));
      expect(Object.keys(found.rows)).to.have.members(Object.keys(rows));
      for (const [who, wanted] of Object.entries(rows)) {
        const row = found.rows[who];
        if (wanted instanceof RegExp) expect(row.whole ?? row.problem, who).to.match(wanted);
        else {
          const [text, note] = typeof wanted === 'string' ? [wanted] : wanted;
          expect(row.problem, who).to.equal(undefined);
          expect([text, by(text)], who).to.include(row.text);
          if (note) expect(row.note, who).to.match(note);
          else expect(row.note, who).to.equal(undefined);
        }
      }
      expect(found.unused).to.have.members(unused);
    });
  }

  it('a link in the folder of a class has a row that says so, and is not followed', async () => {
    await plant(
      { outside: { [name]: by('outside') }, class: { ada: { [name]: by('ada') }, ben: { [name]: by('ben') } } },
      base,
    );
    symlinkSync(join(base, 'outside'), join(base, 'class', 'eve'));
    const { rows } = await rowsOf(join(base, 'class'));
    expect(rows.eve.whole).to.match(/is a symbolic link/);
    expect(rows.ada.text).to.equal(by('ada'));
  });

  it('whose a hand-in is, as the names of Moodle, Canvas and Blackboard tell', async () => {
    await plant(
      {
        [moodle('Jane Doe', 4711)]: { [name]: by('jane') },
        [`doejane_LATE_12345_67890_${name}`]: by('jane'),
        [`Homework 1_jdoe_attempt_2024-01-01-10-00-00_${name}`]: by('jane'),
      },
      join(base, 'class'),
    );
    const { handIns } = await findHandIns(join(base, 'class'), [slug]);
    expect(handIns.map(({ owner }) => owner)).to.have.deep.members([
      { platform: 'moodle', id: '4711', name: 'Jane Doe' },
      { platform: 'canvas', id: '12345', name: 'doejane' },
      { platform: 'blackboard', id: 'jdoe' },
    ]);
  });

  it('what is known to be one hand-in stays one, whatever is in it', async () => {
    await plant(
      { a: { [name]: by('a') }, b: { [name]: by('b') }, c: { '04-exactly-zero.ts': by('c') } },
      join(base, 'one'),
    );
    const submission = await readHandIn(oneHandIn(join(base, 'one')).item, exercises);
    expect(submission.source(slug)).to.deep.include({ text: by('b') });
    expect(submission.source('04-exactly-zero')).to.deep.equal({ text: by('c') });
  });
});
