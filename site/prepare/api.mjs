// src/ → a page for each folder of the library, in the order of the data path, and one that lists all names

import { join } from 'node:path';
import { apiText } from './api-page.mjs';
import { fileOf, readApi } from './api-model.mjs';
import { emptyFolder, writePage } from './files.mjs';
import { docs } from './paths.mjs';

/** The pages. `errors.ts` lies beside the folders; `node/` and `notebook/` are what Node adds to the library. */
const folders = [
  {
    slug: 'tensor',
    title: 'Tensors and random numbers',
    about: 'Numbers: where they come from, and how they multiply.',
  },
  { slug: 'data', title: 'Data', about: 'Data sets that a seed makes, the split, and scaling without a leak.' },
  {
    slug: 'regularizers',
    title: 'Regularizers',
    about: 'A price on the size of weights: penalty, gradient, proximal step.',
  },
  { slug: 'layers', title: 'Layers', about: 'Each layer shows its own backward pass; Sequential puts them in a row.' },
  {
    slug: 'losses',
    title: 'Losses',
    about: 'A mean over the batch. Its gradient is the one place that divides by the batch size.',
  },
  {
    slug: 'optimizers',
    title: 'Optimizers',
    about: 'From gradients to new weights, with the penalty of each parameter.',
  },
  { slug: 'metrics', title: 'Metrics', about: 'How good predictions are, and how sure a difference is.' },
  {
    slug: 'training',
    title: 'Training',
    about: 'fit repeats steps and epochs; callbacks such as early stopping watch and decide.',
  },
  {
    slug: 'experiments',
    title: 'Experiments',
    about: 'A recipe is an experiment as plain data; trainAll runs many of them, with several seeds, side by side.',
  },
  { slug: 'figures', title: 'Figures', about: 'From runs to Plotly figures, which are plain data too.' },
  { slug: 'course', title: 'The course', about: 'The five models, their data, and the live figures.' },
  { slug: 'notebook', title: 'Notebooks and Node', about: 'Showing and checking in a notebook; files on a disk.' },
  { slug: 'errors', title: 'Errors', about: 'Each says the rule, what was received, and the remedy.' },
];

export async function prepare() {
  const pages = emptyFolder(join(docs, 'api'));
  const names = await readApi();
  for (const { file, frontMatter, text } of apiPages(names)) writePage(join(pages, file), frontMatter, text);
}

/** The pages of the reference as `{ file, frontMatter, text }`. */
export function apiPages(names) {
  const pages = folders.map((folder, i) => {
    const mine = names.filter((one) => folderOf(one) === folder.slug);
    return {
      file: `${folder.slug}.md`,
      frontMatter: {
        title: folder.title,
        description: folder.about,
        sidebar: { order: i + 1 },
        tableOfContents: { maxHeadingLevel: 2 },
      },
      text: `${folder.about}\n\n${apiText(mine, (name) => address(names, name))}`,
    };
  });
  return [{ file: 'index.md', frontMatter: indexFrontMatter, text: indexText(names) }, ...pages];
}

/** The page on which a name stands. */
function folderOf(reflection) {
  const [, folder] = fileOf(reflection).split('/'); // src/layers/dense.ts, src/errors.ts
  if (folder === 'node') return 'notebook';
  return folder.replace('.ts', '');
}

/** Where a name stands; undefined when it is not public. */
function address(names, name) {
  const found = names.find((one) => one.name === name);
  return found && `/api/${folderOf(found)}/#${name}`;
}

const indexFrontMatter = {
  title: 'API reference',
  description: 'Everything that the library gives, in the order in which data pass through it.',
  sidebar: { order: 0, label: 'All names' },
};

function indexText(names) {
  const sections = folders.map(({ slug, title, about }) => {
    const links = names
      .filter((one) => folderOf(one) === slug)
      .map(({ name }) => `[\`${name}\`](${address(names, name)})`);
    return `## [${title}](/api/${slug}/)\n\n${about}\n\n${links.join(' · ')}`;
  });
  return `
In a notebook or a script all names come from one place:

\`\`\`ts
import { createRng, makeMoons, split, standardize } from 'holdout';
\`\`\`

They stand here in the order in which data pass through them. Arrays are float64 in rows; a shape such as \`(batch, units)\` says what the
places of an array count. Everything random takes an [\`Rng\`](/api/tensor/#Rng), so that a seed gives the same bits on every machine.

${sections.join('\n\n')}
`;
}
