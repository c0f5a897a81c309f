// node_modules/ → public/: fonts and styles for formulas, Plotly for figures. Pages load them only where they need them.
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { emptyFolder, writeFile } from './files.mjs';
import { publicFiles } from './paths.mjs';

const require = createRequire(import.meta.url);

export function prepare() {
  copyKatex(emptyFolder(join(publicFiles, 'katex')));
  const plotly = require.resolve('plotly.js-cartesian-dist-min/plotly-cartesian.min.js');
  cpSync(plotly, join(emptyFolder(join(publicFiles, 'plotly')), 'plotly.js'));
}

/** The styles with the one format of fonts that every browser reads. */
function copyKatex(folder) {
  const dist = join(dirname(require.resolve('katex/package.json')), 'dist');
  const css = readFileSync(join(dist, 'katex.min.css'), 'utf8').replace(
    /,url\([^)]*\) format\("(?:woff|truetype)"\)/g,
    '',
  );
  writeFile(join(folder, 'katex.css'), css);
  for (const name of readdirSync(join(dist, 'fonts')).filter((font) => font.endsWith('.woff2')))
    cpSync(join(dist, 'fonts', name), join(folder, 'fonts', name));
}
