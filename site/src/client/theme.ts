// A figure's layout → the same in the colours of the page.
import type { Figure } from './plotly';

/** Pixels of width below which a title is set smaller: its lines were broken for a wider page. */
const narrow = 480;

/** The layout with the page's ink and lines in its template, for a place of this width: what the figure sets itself stays. */
export function themed({ template, height: _, ...layout }: Figure['layout'], width: number): object {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const base = template?.layout ?? {};
  const axis = {
    gridcolor: color('--figure-grid'),
    zerolinecolor: color('--figure-line'),
    linecolor: color('--figure-line'),
  };
  return {
    ...layout,
    autosize: true,
    template: {
      ...template,
      layout: {
        ...base,
        title: { ...base.title, ...(width < narrow && { font: { size: 13 } }) },
        font: {
          ...base.font,
          color: color('--figure-ink'),
          family: style.getPropertyValue('--sl-font') || 'system-ui',
        },
        modebar: {
          bgcolor: color('--sl-color-bg'), // in front of a long title
          color: color('--figure-ink'),
          activecolor: color('--sl-color-text-accent'),
        },
        xaxis: { ...base.xaxis, ...axis },
        yaxis: { ...base.yaxis, ...axis },
      },
    },
  };
}
