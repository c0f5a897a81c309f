// the pages written by hand → their links lead to headings and names that are there, and nothing that is cited is missing

import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadCourse } from '../../grader/course';
import { allNotebooks } from '../support/notebooks';

const root = join(__dirname, '..', '..');
const docs = join(root, 'site', 'src', 'content', 'docs');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const pages = readdirSync(docs).filter((name) => /\.mdx?$/.test(name));

/** The anchor of a heading, as Astro makes it: letters, digits and hyphens of its words. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-');

/** The addresses of the site's generated pages, with the anchors of their headings. */
function addresses(): Set<string> {
  const found = new Set(['/', '/start/', '/live/', '/api/', '/exercises/', '/glossary/', '/references/', '/numbers/']);
  for (const { file, notebook } of allNotebooks()) {
    const slug = basename(file, '.ipynb');
    found.add(`/notebooks/${slug}/`).add(`/exercises/${slug}/`);
    for (const { source } of notebook.cells)
      for (const [, heading] of source.matchAll(/^## (.*)$/gm)) found.add(`/notebooks/${slug}/#${anchor(heading)}`);
  }
  const exported = /export (?:type )?\{([^}]*)\} from '\.\/(\w+)/g;
  for (const [, names, folder] of [
    ...read('src/index.ts').matchAll(exported),
    ...read('src/node.ts').matchAll(exported),
  ])
    for (const [name] of names.replace(/\btype\b/g, '').matchAll(/\w+/g))
      found.add(`/api/${folder === 'node' ? 'notebook' : folder}/#${name}`);
  return found;
}

describe('The pages written by hand', () => {
  for (const page of pages)
    it(`${page} leads to pages, headings and names that are there`, () => {
      const known = addresses();
      for (const [, link] of read('site/src/content/docs', page).matchAll(/\]\((\/[^)]*)\)/g)) {
        const [, owner] = /^\/api\/.*#(\w+)\.\w+$/.exec(link) ?? []; // a method stands below its class
        expect(known.has(owner ? link.replace(/\.\w+$/, '') : link), link).to.equal(true);
      }
    });

  it('the glossary is in the order of the alphabet, under its letters', () => {
    const headings = [...read('site/src/content/docs/glossary.md').matchAll(/^(##|###) (.*)$/gm)];
    const terms = headings.filter(([, level]) => level === '###').map(([, , term]) => term.toLowerCase());
    expect(terms).to.deep.equal([...terms].sort((a, b) => a.localeCompare(b, 'en')));
    let letter = '';
    for (const [, level, term] of headings) {
      if (level === '##') letter = term;
      else expect(term[0].toUpperCase(), term).to.equal(letter);
    }
  });
});

/** The comments of a program. */
function comments(text: string): string {
  return (text.match(/\/\*\*[\s\S]*?\*\/|\/\/ .*/g) ?? []).join('\n');
}

/** Words before a year that are the end of a title. */
const titles = new Set(['Learning', 'Algorithms']);

/** The first authors and years that a text cites, as `Zou 2005`. */
function citations(text: string): string[] {
  const pattern = /([A-Z][a-z]+[A-Za-z]*)((?:, [A-Z]\w+)*)(?: and [A-Z]\w+| et al\.)?,? \(?((?:19|20)\d\d)\b(?!-)/g;
  return [...text.replace(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ').matchAll(pattern)]
    .filter(([, author]) => !titles.has(author))
    .map(([, author, , year]) => `${author} ${year}`);
}

describe('The references', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts: [name: string, text: string][] = [
    ...sources.map((file): [string, string] => [file, comments(read('src', file))]),
    ...loadCourse().entries.map(({ slug, stub }): [string, string] => [slug, comments(stub)]),
    ...allNotebooks().map(({ file, notebook }): [string, string] => [
      file,
      notebook.cells.map(({ cell_type, source }) => (cell_type === 'markdown' ? source : '')).join('\n'),
    ]),
  ];

  it('name everything that the library, the exercises and the notebooks cite', () => {
    const entries = read('site/src/content/docs/references.md').split(/^- /m);
    const has = (cited: string) => {
      const [author, year] = cited.split(' ');
      return entries.some((entry) => entry.split('\n', 1)[0].includes(author) && entry.includes(`(${year}).`));
    };
    const missing = texts.flatMap(([name, text]) =>
      citations(text)
        .filter((cited) => !has(cited))
        .map((cited) => `${name}: ${cited}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it('are found in texts at all', () => {
    const cited = texts.flatMap(([, text]) => citations(text));
    expect(cited).to.include.members(['Zou 2005', 'Kingma 2015', 'Srivastava 2014', 'Student 1908', 'Lin 2014']);
  });
});

describe('The numbers of the page on the numbers', () => {
  it('are those of the reports', async () => {
    const { evidence } = await import('../../site/prepare/evidence.mjs' as string);
    const { models, reference, exercises, speed } = evidence();
    expect(models).to.have.lengthOf(5);
    expect(reference.used).to.be.above(500);
    expect(read('test/mutants/REPORT.md')).to.include(`| ${exercises.wrong} (`).and.include(`| ${exercises.killed} (`);
    expect(read('bench/RESULTS.md')).to.include(`| ${speed.rows[0].join(' | ')} |`);
  });

  it('are named in it as they are called there', async () => {
    const { evidence } = await import('../../site/prepare/evidence.mjs' as string);
    for (const [, path] of read('site/src/content/docs/numbers.mdx').matchAll(/\{numbers\.([\w.]+)/g)) {
      const keys = path.replace(/\.(?:join|length)$/, '').split('.');
      const value = keys.reduce((from, key) => from?.[key], evidence());
      expect(value, path).to.not.equal(undefined);
    }
    expect(existsSync(join(root, 'site/src/components/Table.astro'))).to.equal(true);
  });
});
