// the decision of one model → its shade and its boundary, small enough for a file

import { boundaryLines } from './boundary';
import type { DecisionMap } from './decision-map';
import type { Trace } from './figure';
import { digitsOf, rounded } from './format';
import { classPalette, translucent } from './style';

/** Points of the mesh for each point of the shade that is kept: the boundary has the full mesh, and files stay small. */
const thinning = 4;

/** The probability of class 1 in percent: whole numbers, every few points of the mesh. */
export function shade({ x, y, probability }: DecisionMap): Trace {
  const [across, up] = [x, y].map(digitsAlong);
  const kept = (from: Float64Array) => Array.from(from.keys()).filter((i) => i % thinning === 0);
  return {
    type: 'heatmap',
    x0: rounded(x[0], across + 1),
    dx: rounded(thinning * (x[1] - x[0]), across + 4),
    y0: rounded(y[0], up + 1),
    dy: rounded(thinning * (y[1] - y[0]), up + 4),
    z: kept(y).map((i) => kept(x).map((j) => Math.round(100 * probability[i * x.length + j]))),
    zmin: 0,
    zmax: 100,
    zsmooth: 'best',
    colorscale: shades,
    showscale: false,
    hovertemplate: 'P(class 1) = %{z} %<extra></extra>',
  };
}

/** From the colour of class 0 over nothing at all, where the model is undecided, to the colour of class 1. */
const shades = [
  [0, translucent(classPalette[0], 0.5)],
  [0.5, translucent(classPalette[0], 0)],
  [0.5, translucent(classPalette[1], 0)],
  [1, translucent(classPalette[1], 0.5)],
];

function digitsAlong(positions: Float64Array): number {
  return digitsOf(positions[positions.length - 1] - positions[0]);
}

/** All lines of a boundary as one trace: a null lifts the pen. */
export function boundaryTrace(map: DecisionMap): Trace {
  const [across, up] = [map.x, map.y].map(digitsAlong);
  const xs: (number | null)[] = [];
  const ys: (number | null)[] = [];
  for (const line of boundaryLines(map)) {
    for (const [x, y] of line) {
      const [px, py] = [rounded(x, across), rounded(y, up)];
      if (px === xs[xs.length - 1] && py === ys[ys.length - 1]) continue;
      xs.push(px);
      ys.push(py);
    }
    xs.push(null);
    ys.push(null);
  }
  return { type: 'scatter', mode: 'lines', x: xs, y: ys, hoverinfo: 'skip' };
}
