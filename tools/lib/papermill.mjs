// tools/papermill → a plugin in a Python environment, as pip would put it there: papermill then takes parameters for TypeScript.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonEnv } from './python.mjs';
import { tools } from './paths.mjs';
import { ask } from './run.mjs';

/** The folder of the plugin. */
export const papermillPlugin = join(tools, 'papermill');

const name = 'holdout_papermill';

/** Installs the plugin for `python`; papermill itself need not be there. */
export function installPapermillPlugin(python) {
  const packages = ask(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], { env: pythonEnv });
  const info = join(packages, `${name}-1.0.dist-info`);
  mkdirSync(info, { recursive: true });
  copyFileSync(join(papermillPlugin, `${name}.py`), join(packages, `${name}.py`));
  writeFileSync(join(info, 'METADATA'), `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`);
  writeFileSync(join(info, 'entry_points.txt'), `[papermill.engine]\nholdout = ${name}:engine\n`);
  writeFileSync(join(info, 'RECORD'), `${name}.py,,\n`);
}
