// a notebook that is run and saved in JupyterLab → a picture beside each figure, with its alternative text
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notebooks } from '../lib/paths.mjs';

const quick = '03-l1-and-l2-by-hand.ipynb';
const plotly = 'application/vnd.plotly.v1+json';

/** Runs a notebook of the course again: what is saved is the committed file, to the byte. */
export async function checkRerun(lab, folder) {
  await lab.open(quick);
  await lab.runAll();
  const committed = readFileSync(join(notebooks, quick), 'utf8');
  await savedAs(lab, join(folder, quick), (text) => text === committed);
}

/** A figure of which the notebook held nothing gets its picture, and another one when it changes. */
export async function checkPictures(lab, folder, writeNotebook) {
  const chart = (title) =>
    `show(lineChart({ a: [1, 4, 9] }, { title: '${title}', x: 'epoch', y: 'loss (nats)', height: 300, alt: 'in words' }));`;
  writeNotebook('pictures.ipynb', { source: `import { lineChart, show } from 'holdout';\n${chart('one')}` });
  await lab.open('pictures.ipynb');
  await lab.runAll();
  const first = await picture();
  await lab.page.click('.jp-CodeCell .cm-content');
  await lab.page.keyboard.press('Control+End');
  await lab.page.keyboard.type(`\n${chart('two')}`);
  await lab.runAll();
  const second = await picture(1);
  if (second === first) throw new Error('both figures have the same picture');

  /** The picture of the figure `i` of the cell in the saved file. */
  async function picture(i = 0) {
    const saved = await savedAs(lab, join(folder, 'pictures.ipynb'), (text) => outputs(text)[i]?.data['image/png']);
    const { data, metadata } = outputs(saved)[i];
    const png = Buffer.from(data['image/png'], 'base64');
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)].join();
    if (size !== '1080,450') throw new Error(`the picture has ${size} pixels`);
    const described = JSON.stringify(metadata['image/png']);
    if (described !== '{"alt":"in words","height":300,"width":720}')
      throw new Error(`the picture is described as ${described}`);
    return data['image/png'];
  }
}

const outputs = (text) => JSON.parse(text).cells[0].outputs.filter(({ data }) => data?.[plotly]);

/** Saves until the file is as wanted: pictures are drawn one after the other. */
export async function savedAs(lab, file, wanted) {
  for (const end = Date.now() + 20_000; ;) {
    await lab.save();
    const text = readFileSync(file, 'utf8');
    if (wanted(text)) return text;
    if (Date.now() > end) throw new Error(`${file} is not what it should be after 20 s`);
    await lab.page.waitForTimeout(200);
  }
}
