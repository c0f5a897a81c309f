// live/*.ts → public/live/: the scripts of the live figures; and generated/live.json: what each of them is called and shows.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildLive } from '../../live/build.mjs';
import { liveType, notebookFiles, readNotebook } from '../../tools/lib/notebook.mjs';
import { emptyFolder, writeFile } from './files.mjs';
import { generated, publicFiles, root } from './paths.mjs';

export async function prepare() {
  await buildLive({ outdir: emptyFolder(join(publicFiles, 'live')) });
  const pictures = picturesByFigure();
  const described = Object.entries(liveFigures()).map(([name, { title, alt }]) => [
    name,
    { title, alt, ...pictures.get(name) },
  ]);
  writeFile(join(generated, 'live.json'), JSON.stringify(Object.fromEntries(described), null, 2));
}

/** The descriptions that the library gives of its live figures. */
function liveFigures() {
  const require = createRequire(join(root, 'package.json'));
  const unregister = require('tsx/cjs/api').register();
  try {
    return require('./src/course/live-figures.ts').liveFigures;
  } finally {
    unregister();
  }
}

/** The picture of each live figure in the first notebook that shows it, with its size. */
function picturesByFigure() {
  const found = new Map();
  for (const file of notebookFiles())
    for (const { data, metadata } of readNotebook(file).cells.flatMap(({ outputs = [] }) => outputs)) {
      const figure = data?.[liveType]?.figure;
      if (figure && !found.has(figure))
        found.set(figure, { picture: `/figures/${metadata.holdout.figure}.png`, ...metadata['image/png'] });
    }
  return found;
}
