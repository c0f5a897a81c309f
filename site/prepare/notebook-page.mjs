// A notebook → the page of the same name: its front matter, its Markdown, and what the course says of it elsewhere.
import { SetupError } from '../../tools/lib/step.mjs';
import { cellMarkdown } from './cell.mjs';
import { escapeHtml } from './html.mjs';

/** What the first cell of a notebook says: `# 03 · Title: question?`, what a reader will be able to do, and how long it takes. */
export function readHeading(slug, { source }) {
  const title = /^# (\d\d) · (.+?): (.+)$/m.exec(source);
  const able = /^\*\*You will be able to\*\* (.+)$/m.exec(source);
  const time = /^\*\*Time:\*\* ([^.]+)\./m.exec(source);
  if (!title || !able || !time)
    throw new SetupError(
      `${slug}: the first cell needs "# NN · Title: question?", "**You will be able to** …" and "**Time:** …"`,
    );
  const text = able[1].replace(/[*`]|\[([^\]]*)\]\([^)]*\)/g, '$1');
  return { slug, number: title[1], title: title[2], question: title[3], able: text, time: time[1] };
}

/** The page of a notebook as `{frontMatter, markdown}`. */
export function notebookPage(slug, { cells }) {
  const heading = readHeading(slug, cells[0]);
  const [opening, ...others] = cells;
  const first = { ...opening, source: opening.source.replace(/^# .+\n+/, '').replace(/^\*\*Time:\*\* [^.]+\. /m, '') };
  const parts = [first, ...others].map((cell) => cellMarkdown(cell, `notebooks/${slug}.ipynb`));
  return {
    frontMatter: {
      title: `${heading.title}: ${heading.question}`,
      description: `You will be able to ${heading.able}`,
      sidebar: { label: `${heading.number} · ${heading.title}`, order: Number(heading.number) },
    },
    markdown: [facts(heading), ...parts].join('\n\n'),
  };
}

/** The line below the title: how long it takes, and how to run it. */
function facts({ slug, number, time }) {
  const file = `<a href="/notebooks/${slug}.ipynb" download>notebook file</a>`;
  return `<p class="facts"><span>Notebook ${number}</span><span>${escapeHtml(time)}</span><span>${file}</span><span><a href="/start/">how to run it</a></span></p>`;
}
