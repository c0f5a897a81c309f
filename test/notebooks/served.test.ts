// a project → the folder that JupyterLab serves of it

import { expect } from 'chai';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The function of the tools, which are ES modules. */
async function servedFolder(folder: string, project: string): Promise<string> {
  const tools = await import('../../tools/lib/served.mjs' as string);
  return tools.servedFolder(folder, project);
}

describe('the folder that JupyterLab serves', () => {
  let place: string;
  let project: string;
  let folder: string;
  const names = ['README.md', 'exercises', 'notebooks'];

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'holdout-'));
    [project, folder] = [join(place, 'project'), join(place, 'state', 'served')];
    for (const name of ['notebooks', 'exercises', 'solutions']) {
      mkdirSync(join(project, name), { recursive: true });
      writeFileSync(join(project, name, 'a.ts'), name);
    }
    writeFileSync(join(project, 'README.md'), 'read me');
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('holds notebooks, exercises and the README, and nothing else', async () => {
    expect(await servedFolder(folder, project)).to.equal(folder);
    expect(readdirSync(folder).sort()).to.deep.equal(names);
    expect(readFileSync(join(folder, 'exercises', 'a.ts'), 'utf8')).to.equal('exercises');
  });

  it('holds the files themselves: what is saved there is saved in the project', async () => {
    await servedFolder(folder, project);
    writeFileSync(join(folder, 'exercises', 'a.ts'), 'my answer');
    expect(readFileSync(join(project, 'exercises', 'a.ts'), 'utf8')).to.equal('my answer');
  });

  it('is the same at every start, and follows a project that was moved', async () => {
    await servedFolder(folder, project);
    await servedFolder(folder, project);
    const moved = join(place, 'moved');
    renameSync(project, moved);
    await servedFolder(folder, moved);
    expect(readdirSync(folder).sort()).to.deep.equal(names);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).to.equal('read me');
    expect(readFileSync(join(moved, 'exercises', 'a.ts'), 'utf8')).to.equal('exercises');
  });

  it('keeps what somebody has put there', async () => {
    await servedFolder(folder, project);
    writeFileSync(join(folder, 'mine.ipynb'), 'mine');
    await servedFolder(folder, project);
    expect(readFileSync(join(folder, 'mine.ipynb'), 'utf8')).to.equal('mine');
  });
});
