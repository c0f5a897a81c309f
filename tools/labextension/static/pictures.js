// a cell that was run → a picture beside each figure of its notebook, saved in the file: GitHub, paper and viewers without
// scripts show neither Plotly nor live figures.
import { loadPlotly } from './plotly-chart.js';

const PLOTLY = 'application/vnd.plotly.v1+json';
const LIVE = 'application/vnd.holdout.figure+json';

/** As wide as the pictures of `npm run notebooks`, in pixels of the page; the picture has more, for fine screens. */
const width = 720;
const scale = 1.5;

/** The pictures that this page has seen, by the hash of their figure: the same figure keeps its picture. */
const seen = new Map();

/** The outputs that show a figure, each with its place and with its data and metadata as the file gets them. */
function* figuresOf(model) {
  for (const { outputs } of model.cells)
    for (let i = 0; i < (outputs?.length ?? 0); i++) {
      const output = outputs.get(i);
      const { data, metadata = {} } = output.toJSON();
      if (data?.[PLOTLY] || data?.[LIVE]) yield { outputs, i, output, data, metadata };
    }
}

function remember(model) {
  for (const { data, metadata } of figuresOf(model))
    if (data['image/png'] && metadata.holdout?.picture)
      seen.set(metadata.holdout.picture, { png: data['image/png'], metadata });
}

/** Puts a picture to each figure that has none. */
async function complete(model, here) {
  for (const { outputs, i, output, data, metadata } of figuresOf(model)) {
    if (data['image/png']) continue;
    const picture = seen.get(metadata.holdout?.figure) ?? (data[PLOTLY] && (await draw(data[PLOTLY], here)));
    if (!picture || outputs.get(i) !== output) continue; // the cell was run again meanwhile
    output.setData({
      data: { ...data, 'image/png': picture.png },
      metadata: { ...metadata, ...picture.metadata },
    });
  }
}

async function draw({ data, layout = {} }, here) {
  const Plotly = await loadPlotly(here);
  const height = layout.height ?? 380;
  const url = await Plotly.toImage(structuredClone({ data, layout }), { format: 'png', width, height, scale });
  return {
    png: url.slice(url.indexOf(',') + 1),
    metadata: { 'image/png': { alt: layout.meta?.alt ?? layout.title?.text ?? 'figure', height, width } },
  };
}

export function plugin({ INotebookTracker, NotebookActions }, here) {
  return {
    id: 'holdout:pictures',
    description: 'Keeps a picture beside each figure of a notebook that was run.',
    autoStart: true,
    requires: [INotebookTracker],
    activate(_, tracker) {
      tracker.widgetAdded.connect(async (_, { context, content }) => {
        await context.ready;
        remember(content.model);
      });
      let work = Promise.resolve();
      NotebookActions.executed.connect((_, { notebook }) => {
        work = work.then(() => notebook.isDisposed || complete(notebook.model, here)).catch(console.error);
      });
    },
  };
}
