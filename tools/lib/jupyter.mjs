// What makes a plain JupyterLab this course's: the TypeScript kernel, the renderers of its figures, quiet settings.
// All of it stands inside .venv, and so does all that Jupyter writes while it runs.
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLive, figures } from '../../live/build.mjs';
import { hashOf } from './hash.mjs';
import { installPapermillPlugin, papermillPlugin } from './papermill.mjs';
import { root, tools, venv, venvBin } from './paths.mjs';
import { pythonEnv } from './python.mjs';
import { step } from './step.mjs';

export const kernelName = 'tslab';

const launcher = join(tools, 'kernel', 'kernel.cjs');
const labextension = join(tools, 'labextension');
const plotly = join(root, 'node_modules', 'plotly.js-dist', 'plotly.js');

const share = join(venv, 'share', 'jupyter');
export const kernelspec = join(share, 'kernels', kernelName, 'kernel.json');
export const installedExtension = join(share, 'labextensions', 'holdout');
const state = join(venv, 'var', 'jupyter');

/** The environment in which every Jupyter program of this project runs: it writes below .venv only. */
export function jupyterEnv() {
  return {
    ...pythonEnv,
    JUPYTER_CONFIG_DIR: join(state, 'config'),
    JUPYTER_DATA_DIR: join(state, 'data'),
    JUPYTER_RUNTIME_DIR: runtimeDir,
    JUPYTER_PREFER_ENV_PATH: '1',
    IPYTHONDIR: join(state, 'ipython'),
  };
}

/** Where a running server leaves its address. */
export const runtimeDir = join(state, 'runtime');

/** The stamp of the kernel, renderers and settings and the hash of all they are made from. */
export function jupyterRecord() {
  const files = ['live', 'src', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name));
  const sources = [launcher, labextension, papermillPlugin, fileURLToPath(import.meta.url), ...files];
  return { stamp: join(venv, '.jupyter-installed'), key: hashOf(sources, process.execPath, root) };
}

/** Whether the renderers are there, with all of Plotly and the live figures. */
export function rendererWorks() {
  const installed = statSync(join(installedExtension, 'static', 'plotly.js'), { throwIfNoEntry: false });
  const live = figures.every((name) => existsSync(join(installedExtension, 'static', 'live', `${name}.js`)));
  return live && installed !== undefined && installed.size === statSync(plotly).size;
}

/** Puts the kernel, the renderers and the settings into .venv. */
export async function installJupyter() {
  const record = jupyterRecord();
  if (!existsSync(kernelspec) || !rendererWorks()) rmSync(record.stamp, { force: true });
  await step('Setting up the TypeScript kernel and the renderers of figures', record, async () => {
    installKernel();
    installPapermillPlugin(venvBin('python'));
    await installRenderers();
    writeJson(join(venv, 'etc', 'jupyter', 'jupyter_server_config.json'), serverConfig);
    writeJson(join(venv, 'etc', 'jupyter', 'labconfig', 'page_config.json'), pageConfig);
    writeJson(join(share, 'lab', 'settings', 'overrides.json'), labSettings);
  });
}

function installKernel() {
  rmSync(join(share, 'kernels'), { recursive: true, force: true }); // the Python kernel has no use here: no choice to make
  writeJson(kernelspec, {
    argv: [process.execPath, launcher, 'kernel', '--config-path', '{connection_file}'],
    display_name: 'TypeScript',
    language: 'typescript',
    interrupt_mode: process.platform === 'win32' ? 'message' : 'signal',
  });
}

async function installRenderers() {
  const fresh = `${installedExtension}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(labextension, fresh, { recursive: true });
  copyFileSync(plotly, join(fresh, 'static', 'plotly.js'));
  await buildLive({ outdir: join(fresh, 'static', 'live') });
  rmSync(installedExtension, { recursive: true, force: true });
  renameSync(fresh, installedExtension);
}

const serverConfig = {
  ServerApp: {
    allow_root: true, // containers run as root
    logging_config: { loggers: { 'tornado.general': { level: 'ERROR' } } }, // it warns of Jupyter's own defaults
  },
  FileContentsManager: {
    preferred_dir: 'notebooks', // of the folder that is served
    files_handler_class: 'jupyter_server.files.handlers.FilesHandler', // the default one follows no links: no downloads
  },
  ZMQChannelsWebsocketConnection: { limit_rate: false }, // above a rate the server drops what a cell prints or shows
  KernelSpecManager: { ensure_native_kernel: false, allowed_kernelspecs: [kernelName] },
  MultiKernelManager: { default_kernel_name: kernelName },
  LabApp: { news_url: null, check_for_updates_class: 'jupyterlab.NeverCheckForUpdate', extension_manager: 'readonly' },
};

// JupyterLab would look, each time its page opens, whether it has to be built again.
const pageConfig = { buildAvailable: false, buildCheck: false };

const labSettings = {
  '@jupyterlab/notebook-extension:tracker': { windowingMode: 'defer', codeCellConfig: { indentUnit: '2' } },
  '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
};

function writeJson(file, value) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
