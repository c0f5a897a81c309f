// notebooks/*.ipynb → a page each, the pictures and numbers of their figures, the files themselves, and generated/course.json.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { figuresOf, liveType, notebookFiles, readNotebook } from '../../tools/lib/notebook.mjs';
import { figureFiles } from './figure.mjs';
import { emptyFolder, writeFile, writePage } from './files.mjs';
import { liveFiles } from './live-figure.mjs';
import { notebookPage, readHeading } from './notebook-page.mjs';
import { docs, generated, publicFiles } from './paths.mjs';

export function prepare() {
  const pages = emptyFolder(join(docs, 'notebooks'));
  const figures = emptyFolder(join(publicFiles, 'figures'));
  const copies = emptyFolder(join(publicFiles, 'notebooks'));
  const course = [];
  for (const file of notebookFiles()) {
    const slug = basename(file, '.ipynb');
    const notebook = readNotebook(file);
    const { frontMatter, markdown } = notebookPage(slug, notebook);
    writePage(join(pages, `${slug}.md`), frontMatter, markdown);
    for (const [name, content] of filesOf(notebook)) writeFile(join(figures, name), content);
    cpSync(file, join(copies, basename(file)));
    course.push(readHeading(slug, notebook.cells[0]));
  }
  writeFile(join(generated, 'course.json'), JSON.stringify({ notebooks: course }, null, 2));
}

function filesOf(notebook) {
  const live = notebook.cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data?.[liveType]);
  return [...figuresOf(notebook).map(figureFiles), ...live.map(liveFiles)].flatMap(Object.entries);
}
