// application/vnd.holdout.figure+json → a custom element of the course, whose module stands in live/ beside this file.
const MIME = 'application/vnd.holdout.figure+json';

/** The element of a live figure. The output may come from anybody: only names of figures and numbers are taken from it. */
async function element({ figure, options = {} }, here) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(figure)) throw new Error(`${figure} is not the name of a live figure`);
  await import(new URL(`live/${figure}.js`, here));
  const live = document.createElement(`holdout-${figure}`);
  live.dataset.lmSuppressShortcuts = 'true'; // arrows move its sliders, and a digit typed into it makes no heading of a cell
  for (const [name, value] of Object.entries(options))
    if (/^[a-zA-Z]+$/.test(name) && typeof value === 'number') live.setAttribute(name, value);
  return live;
}

export function renderer(Widget, here) {
  class LiveFigure extends Widget {
    constructor() {
      super();
      this.addClass('holdout-live-figure');
      Object.assign(this.node.style, { maxWidth: '860px', padding: '4px' });
    }

    async renderModel(model) {
      const figure = model.data[MIME];
      try {
        this.node.replaceChildren(await element(figure, here));
      } catch (error) {
        this.node.textContent = `${figure.alt} (It is not live here: ${error.message})`;
      }
    }
  }

  return {
    id: 'holdout:live-figure',
    rank: 0,
    dataType: 'json',
    rendererFactory: { safe: true, mimeTypes: [MIME], createRenderer: () => new LiveFigure() },
  };
}
