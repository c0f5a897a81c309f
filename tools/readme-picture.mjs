// npm run readme:picture: the decision boundaries of notebook 08 → docs/five-models.png, the picture at the top of the README.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotebook } from './lib/notebook.mjs';
import { notebooks, root } from './lib/paths.mjs';

const outputs = readNotebook(join(notebooks, '08-five-models.ipynb')).cells.flatMap((cell) => cell.outputs ?? []);
const picture = outputs.find(
  ({ data }) => data?.['image/png'] && String(data['text/plain']).startsWith('Where each model'),
);
writeFileSync(join(root, 'docs', 'five-models.png'), Buffer.from(picture.data['image/png'], 'base64'));
