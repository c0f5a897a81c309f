// A figure's layout → the same in the colours of the page.
import type { Figure } from './plotly';

/** The layout with the page's ink and lines in its template: what the figure sets itself stays. */
export function themed({ template, height: _, ...layout }: Figure['layout']): object {
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
        font: {
          ...base.font,
          color: color('--figure-ink'),
          family: style.getPropertyValue('--sl-font') || 'system-ui',
        },
        xaxis: { ...base.xaxis, ...axis },
        yaxis: { ...base.yaxis, ...axis },
      },
    },
  };
}
