// A visit → the kilobytes that came, as they were on the wire: compressed, with their headers.

const kilobytes = (entries) => entries.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** Scripts and numbers of figures: what a page fetches for the figures that are near. */
const ofFigures = ({ path }) => /^(?:live|plotly)\/|^figures\/.*\.json$/.test(path);

/** `{total, scripts, plotly}` in kB; `scripts` without those of figures. */
export function weightOf({ bytes }) {
  return {
    total: kilobytes(bytes),
    scripts: kilobytes(bytes.filter((entry) => entry.type === 'Script' && !ofFigures(entry))),
    plotly: kilobytes(bytes.filter(({ path }) => path?.startsWith('plotly/'))),
  };
}
