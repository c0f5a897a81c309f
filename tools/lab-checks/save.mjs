// a notebook opened and saved in JupyterLab → the same file
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notebookFiles } from '../lib/notebook.mjs';

/** Saves every notebook in a copy that has another form, and compares it with the committed file. */
export async function checkSave(lab, folder) {
  for (const file of notebookFiles()) {
    const name = basename(file);
    writeFileSync(join(folder, name), JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
    await lab.open(name);
    await lab.page.waitForTimeout(300); // for what a figure might write while it is drawn
    const dirty = await lab.page.locator('.jp-mod-dirty').count();
    if (dirty) throw new Error(`${name}: to open it changes it`);
    await lab.save();
    const [before, after] = [file, join(folder, name)].map((path) => readFileSync(path, 'utf8').split('\n'));
    const at = before.findIndex((line, i) => line !== after[i]);
    if (at >= 0 || after.length !== before.length)
      throw new Error(`${name}, line ${at + 1}: ${before[at]} became ${after[at]}`);
    await lab.endKernels();
  }
}
