// JupyterLab → our MIME renderers, our plugin and style. A prebuilt extension is a module-federation container; this one is
// written by hand, so that it needs no bundler. A file for each stands beside it, with a function of JupyterLab's classes.
(() => {
  const here = new URL('.', document.currentScript.src);
  const renderers = ['plotly-chart.js', 'live-figure.js'];
  let shared;

  /** A module of JupyterLab's own. */
  const load = async (name) => (await Object.values(shared[name])[0].get())();

  async function loadPlugin() {
    const [notebook, { plugin }] = await Promise.all([
      load('@jupyterlab/notebook'),
      import(new URL('pictures.js', here)),
    ]);
    return { __esModule: true, default: plugin(notebook, here) };
  }

  async function loadRenderers() {
    const { Widget } = await load('@lumino/widgets');
    const modules = await Promise.all(renderers.map((file) => import(new URL(file, here))));
    return { __esModule: true, default: modules.map((module) => module.renderer(Widget, here)) };
  }

  async function loadStyle() {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: new URL('notebook.css', here),
    });
    document.head.append(link);
    return {};
  }

  const modules = { './extension': loadPlugin, './mimeExtension': loadRenderers, './style': loadStyle };
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.holdout = {
    init: (scope) => {
      shared = scope;
    },
    get: async (name) => {
      if (!modules[name]) throw new Error(`holdout has no module ${name}`);
      const module = await modules[name]();
      return () => module;
    },
  };
})();
