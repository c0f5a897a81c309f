// The look that all figures share.

/** Colours that a colour-blind person can tell apart (Okabe and Ito, 2008), with grey for black, which dark paper hides. */
export const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#8C8C8C', '#E69F00', '#56B4E9'];

/** The same colours for classes, in another order, so that a class is not taken for a model. */
export const classPalette = ['#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#8C8C8C'];

/** A shape for each class: the colour is not the only mark. */
export const classSymbols = ['circle', 'diamond', 'square', 'cross', 'triangle-up'];

/** Readable on white and on black alike. */
export const ink = '#7A7A7A';

const axis = {
  automargin: true,
  ticks: '',
  gridcolor: 'rgba(128,128,128,0.25)',
  zerolinecolor: 'rgba(128,128,128,0.5)',
  linecolor: 'rgba(128,128,128,0.5)',
  title: { standoff: 8, font: { size: 12 } },
};

/** What a figure leaves open is taken from here. Viewers that know their background may replace its colours. */
export const template = {
  layout: {
    font: { color: ink, size: 12 },
    title: {
      x: 0,
      xref: 'container',
      xanchor: 'left',
      y: 1,
      yref: 'container',
      yanchor: 'top',
      pad: { l: 8 },
      font: { size: 15 },
    },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    colorway: palette,
    xaxis: axis,
    yaxis: axis,
    legend: {
      orientation: 'h',
      x: 0,
      xanchor: 'left',
      xref: 'container',
      y: 0,
      yanchor: 'bottom',
      yref: 'container',
      itemsizing: 'constant',
    },
    hovermode: 'closest',
  },
};

/** Letters of a title that stand side by side on a telephone, 390 pixels wide. */
const lineLength = 50;

/** A title broken at spaces: Plotly cuts what is too long. */
export function titleLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= lineLength) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The colour of the i-th of several things. */
export function color(i: number, colors: readonly string[] = palette): string {
  return colors[i % colors.length];
}

/** A colour `#RRGGBB` that lets others through, as `rgba(…)`: Plotly for Python 6 knows no `#RRGGBBAA`. */
export function translucent(color: string, opacity: number): string {
  const channels = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  return `rgba(${channels.join(',')},${opacity})`;
}
