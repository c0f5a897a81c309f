// JupyterLab → our MIME renderers and style. A prebuilt extension is a module-federation container; this one is written by
// hand, so that it needs no bundler. One file a renderer stands beside it; each exports a function of Lumino's Widget class.
(() => {
  const here = new URL('.', document.currentScript.src);
  const renderers = ['plotly-chart.js', 'live-figure.js'];
  let shared;

  async function loadRenderers() {
    const versions = shared['@lumino/widgets'];
    const { Widget } = (await Object.values(versions)[0].get())();
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

  const modules = { './mimeExtension': loadRenderers, './style': loadStyle };
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
