// a masked network → its units and connections: what is dropped is a dashed ring without connections.

import { set, svg, widthOf } from '../kit/dom';
import { h, type Masked } from './masked-network';

const height = 324;
const radius = 20;

export class NetworkPicture {
  static readonly style = `
.unit { fill: var(--paper); stroke: var(--blue); stroke-width: 2; } .unit.out { stroke: var(--grey); }
.unit.dropped { stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 3 4; }
.wire { stroke: var(--blue); stroke-opacity: .55; stroke-width: 1.25; }`;

  readonly root = svg('svg', {
    role: 'img',
    'aria-label': 'A network of five, four and three units. What the mask drops is dashed and has no connections.',
    height,
  });

  draw({ first, second, outputs, kept }: Masked): void {
    const width = widthOf(this.root);
    set(this.root, { viewBox: `0 0 ${width} ${height}` });
    const layers = [first, second, outputs].map((values, layer) => {
      const step = 56;
      const x = [76, (76 + width - 30) / 2, width - 30][layer];
      return values.map((value, i) => ({
        value,
        x,
        y: 180 + (i - (values.length - 1) / 2) * step,
        kept: layer === 2 || kept[layer][i],
        out: layer === 2,
      }));
    });
    const wires = [0, 1].flatMap((layer) =>
      layers[layer].flatMap((from) =>
        layers[layer + 1]
          .filter((to) => from.kept && to.kept)
          .map((to) => svg('path', { class: 'wire', d: `M${from.x} ${from.y}L${to.x} ${to.y}` })),
      ),
    );
    const units = layers
      .flat()
      .flatMap(({ value, x, y, kept, out }) => [
        svg('circle', { class: `unit ${kept ? (out ? 'out' : '') : 'dropped'}`, cx: x, cy: y, r: radius }),
        svg('text', { class: kept ? '' : 'muted', x, y: y + 4, 'text-anchor': 'middle' }, kept ? short(value) : '0'),
      ]);
    const names = ['h → h′', 'hidden', 'output'].map((name, i) =>
      svg('text', { x: i === 0 ? 54 : layers[i][0].x, y: 22, 'text-anchor': 'middle' }, name),
    );
    const before = layers[0].map(({ y }, i) => svg('text', { x: 4, y: y + 4 }, `${h[i]} →`));
    this.root.replaceChildren(...wires, ...units, ...names, ...before);
  }
}

/** With two digits after the point at most. */
function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
