// What makes a plain JupyterLab this course's: the TypeScript kernel, the renderers of its figures, the templates of
// exported pages, quiet settings.
// All of it stands inside .venv, and so does what Jupyter writes while it runs, unless .venv is somebody else's (state.mjs).
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLive, figures } from '../../live/build.mjs';
import { hashOf } from './hash.mjs';
import { installPapermillPlugin, papermillPlugin } from './papermill.mjs';
import { root, tools, venv, venvBin } from './paths.mjs';
import { pythonEnv } from './python.mjs';
import { statePlaces } from './state.mjs';
import { step } from './step.mjs';
import { exporters, installTemplates, templateFiles, templates } from './templates.mjs';

export const kernelName = 'tslab';

const launcher = join(tools, 'jupyter-kernel', 'kernel.cjs');
const labextension = join(tools, 'labextension');
const plotly = join(root, 'node_modules', 'plotly.js-dist', 'plotly.js');

const share = join(venv, 'share', 'jupyter');
const kernelspec = join(share, 'kernels', kernelName, 'kernel.json');
const installedExtension = join(share, 'labextensions', 'holdout');

/** The environment in which every Jupyter program of this project runs: it writes to one folder of our own only. */
export function jupyterEnv() {
  const state = statePlaces().jupyter;
  return {
    ...pythonEnv,
    JUPYTER_CONFIG_DIR: join(state, 'config'),
    JUPYTER_DATA_DIR: join(state, 'data'),
    JUPYTER_RUNTIME_DIR: join(state, 'runtime'),
    JUPYTER_PREFER_ENV_PATH: '1',
    IPYTHONDIR: join(state, 'ipython'),
  };
}

/** The stamp of the kernel, renderers and settings, the hash of all they are made from, and a look at what is there. */
export function jupyterRecord() {
  const files = ['live', 'src', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name));
  const sources = [launcher, labextension, papermillPlugin, templates, fileURLToPath(import.meta.url), ...files];
  return { stamp: join(venv, '.jupyter-installed'), key: hashOf(sources, process.execPath, root), fault: jupyterFault };
}

/** Which file is missing or not whole: of the kernel, the settings, the renderers with all of Plotly and the live figures. */
function jupyterFault() {
  const live = figures.map((name) => join(installedExtension, 'static', 'live', `${name}.js`));
  const missing = [kernelspec, ...Object.keys(settings), ...live, ...templateFiles].find((file) => !existsSync(file));
  if (missing) return `${missing} is missing`;
  const installed = statSync(join(installedExtension, 'static', 'plotly.js'), { throwIfNoEntry: false });
  return installed?.size === statSync(plotly).size ? undefined : `${installedExtension} is unfinished`;
}

/** Puts the kernel, the renderers and the settings into .venv. */
export async function installJupyter() {
  await step('Setting up the TypeScript kernel and the renderers of figures', jupyterRecord(), async () => {
    installKernel();
    installPapermillPlugin(venvBin('python'));
    await installRenderers();
    await installTemplates();
    for (const [file, content] of Object.entries(settings)) writeJson(file, content);
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

const settings = {
  [join(venv, 'etc', 'jupyter', 'jupyter_server_config.json')]: { ...serverConfig, ...exporters },
  [join(venv, 'etc', 'jupyter', 'jupyter_nbconvert_config.json')]: exporters,
  [join(venv, 'etc', 'jupyter', 'labconfig', 'page_config.json')]: pageConfig,
  [join(share, 'lab', 'settings', 'overrides.json')]: labSettings,
};

function writeJson(file, value) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
