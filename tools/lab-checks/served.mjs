// the address of the server → what it gives of the project: the notebooks, the exercises and the README, and nothing else
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const given = ['README.md', 'exercises', 'notebooks'];
const withheld = ['package.json', '.git/config', 'node_modules/a.js', 'solutions/01.ts', 'test/exercises/01.ts'];

/** Asks for what is served of `project` and for what is not, in each of the ways in which JupyterLab asks for files. */
export async function checkServed({ url }, project) {
  const [address, query] = url.split('lab?');
  const ask = (path) => fetch(`${address}${path}?${query}`);
  const { content } = await (await ask('api/contents/')).json();
  const listed = content.map(({ path }) => path).sort();
  if (listed.join() !== given.join()) throw new Error(`the file browser lists ${listed}`);
  for (const file of ['notebooks/00-tour.ipynb', 'exercises/03-l1-and-l2-by-hand.ts', 'README.md'])
    for (const way of ['api/contents', 'files']) {
      const { status } = await ask(`${way}/${file}`);
      if (status !== 200) throw new Error(`${way}/${file} answers ${status}`);
    }
  for (const file of withheld) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), '');
    for (const path of [file, `..%2f${file}`, `notebooks%2f..%2f${file}`, `notebooks%2f..%2f..%2f${file}`])
      for (const way of ['api/contents', 'files', 'view', 'nbconvert/html']) {
        const { status } = await ask(`${way}/${path}`);
        if (status !== 404) throw new Error(`${way}/${path} answers ${status}`);
      }
    rmSync(join(project, file)); // an empty package.json would stop the kernel
  }
  return `${withheld.length} files withheld`;
}
