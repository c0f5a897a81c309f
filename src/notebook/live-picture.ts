// how far a run is → a small moving picture in HTML, without scripts

import { palette } from '../figures/style';

/** A line of the moving picture. */
export interface LiveCurve {
  name: string;
  values: readonly number[];
}

const width = 600;
const height = 110;

/** Points of a curve at most: more do not fit into the picture. */
const points = 200;

/**
 * A bar, a line of text and curves.
 *
 * @param fraction how much is done, from 0 to 1
 * @param text escaped already, or without anything to escape
 */
export function livePicture(fraction: number, text: string, curves: readonly LiveCurve[] = []): string {
  const bar = `<div style="background:rgba(128,128,128,.25);height:8px;border-radius:4px"><div style="background:${palette[0]};height:8px;border-radius:4px;width:${(100 * fraction).toFixed(1)}%"></div></div>`;
  return `<div style="max-width:${width}px">${bar}<div style="font-variant-numeric:tabular-nums;padding:4px 0">${text}</div>${svg(curves)}</div>`;
}

function svg(curves: readonly LiveCurve[]): string {
  const all = curves.flatMap(({ values }) => values).filter(Number.isFinite);
  if (all.length < 2) return '';
  const high = all.reduce((a, b) => Math.max(a, b));
  const low = all.reduce((a, b) => Math.min(a, b), 0);
  const lines = curves.map(({ name, values }, k) => {
    const every = Math.ceil(values.length / points);
    const at = (i: number) =>
      `${((width * i) / (values.length - 1)).toFixed(1)},${(height - 4 - ((height - 8) * (values[i] - low)) / (high - low || 1)).toFixed(1)}`;
    const kept = Array.from(values.keys()).filter(
      (i) => Number.isFinite(values[i]) && (i % every === 0 || i === values.length - 1),
    );
    return `<polyline fill="none" stroke="${palette[k]}" stroke-width="2" points="${kept.map(at).join(' ')}"><title>${name}</title></polyline>`;
  });
  const legend = curves.map(({ name }, k) => `<span style="color:${palette[k]}">━</span> ${name}`).join(' &nbsp; ');
  return `<svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="moving curves">${lines.join('')}</svg><div style="font-size:smaller">${legend}</div>`;
}
