// numbers → axes, lines, dots and words in an SVG. Lengths are pixels of the page, so words keep their size on narrow screens.

import { html, set, svg, widthOf } from './dom';
import type { Point } from './numbers';

type Attributes = Record<string, string | number>;
type Range = readonly [from: number, to: number];

export interface Axes {
  /** Of the whole picture, in pixels. Its width is that of its place. */
  height: number;
  x: Range;
  y: Range;
  xName: string;
  yName: string;
  /** Where the horizontal axis has its numbers (default: at round ones). */
  xTicks?: readonly number[];
  /** Room above the axes, in pixels (default 10). */
  above?: number;
}

const left = 48;
const right = 8;
const below = 38;
let count = 0;

/** A chart that is drawn again each time: first `axes`, then what stands on them. */
export class Plot {
  readonly root = svg('svg', { role: 'img' });
  private readonly clip = `plot-${++count}`;
  private readonly frame = svg('g');
  private readonly inside = svg('g', { 'clip-path': `url(#${this.clip})` });
  private readonly over = svg('g');
  private axesNow!: Axes;
  private width = 0;
  private key = '';

  /** @param alt what is drawn, for those who cannot see it */
  constructor(alt: string) {
    set(this.root, { 'aria-label': alt });
    this.root.append(this.frame, this.inside, this.over);
  }

  /** The pixel of a number on the horizontal axis. */
  px(value: number): number {
    return left + share(value, this.axesNow.x) * (this.width - left - right);
  }

  /** The pixel of a number on the vertical axis. */
  py(value: number): number {
    const { height, y, above = 10 } = this.axesNow;
    return height - below - share(value, y) * (height - below - above);
  }

  /** The number on the horizontal axis at a pixel of the window. */
  valueAt(clientX: number): number {
    const { x } = this.axesNow;
    const part = (clientX - this.root.getBoundingClientRect().left - left) / (this.width - left - right);
    return x[0] + part * (x[1] - x[0]);
  }

  /** Clears the chart. Axes that are as before stay as they are: laying out their words is most of the work. */
  axes(axes: Axes): void {
    const width = widthOf(this.root);
    const key = JSON.stringify([width, axes]);
    this.inside.replaceChildren();
    this.over.replaceChildren();
    if (key === this.key) return;
    [this.key, this.width, this.axesNow] = [key, width, axes];
    this.drawAxes();
  }

  private drawAxes(): void {
    const { width } = this;
    const { height, x, y, xName, yName, xTicks = ticks(x, Math.max(4, Math.floor(width / 70))) } = this.axesNow;
    set(this.root, { viewBox: `0 0 ${width} ${height}`, height });
    const [x0, x1, y0, y1] = [this.px(x[0]), this.px(x[1]), this.py(y[1]), this.py(y[0])];
    const marks: SVGElement[] = [];
    for (const tick of xTicks) {
      marks.push(svg('path', { class: 'grid', d: `M${this.px(tick)} ${y0}V${y1}` }));
      marks.push(text(this.px(tick), y1 + 15, written(tick), { class: 'muted', 'text-anchor': 'middle' }));
    }
    for (const tick of ticks(y, Math.max(2, Math.floor(height / 45)))) {
      marks.push(svg('path', { class: 'grid', d: `M${x0} ${this.py(tick)}H${x1}` }));
      marks.push(text(x0 - 6, this.py(tick) + 4, written(tick), { class: 'muted', 'text-anchor': 'end' }));
    }
    const middle = (y0 + y1) / 2;
    marks.push(text((x0 + x1) / 2, height - 4, xName, { 'text-anchor': 'middle' }));
    marks.push(text(9, middle, yName, { 'text-anchor': 'middle', transform: `rotate(-90 9 ${middle})` }));
    const area = svg('rect', { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) });
    this.frame.replaceChildren(svg('clipPath', { id: this.clip }, area), ...marks);
  }

  /** A line through points. What lies outside of the axes is cut off. */
  line(points: readonly Point[], attributes: Attributes): void {
    const places = points.map(([x, y]) => `${this.px(x).toFixed(1)} ${this.py(y).toFixed(1)}`);
    if (places.length === 0) return;
    this.inside.append(svg('path', { d: `M${places.join('L')}`, fill: 'none', 'stroke-width': 2, ...attributes }));
  }

  /** A stripe over the whole height (`x`) or width (`y`) between two numbers. */
  band(axis: 'x' | 'y', [from, to]: Range, attributes: Attributes): void {
    const { x, y } = this.axesNow;
    const [x0, x1] = axis === 'x' ? [this.px(from), this.px(to)] : [this.px(x[0]), this.px(x[1])];
    const [y1, y0] = axis === 'y' ? [this.py(from), this.py(to)] : [this.py(y[0]), this.py(y[1])];
    this.inside.append(svg('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, ...attributes }));
  }

  dot([x, y]: Point, radius: number, attributes: Attributes): void {
    this.over.append(svg('circle', { cx: this.px(x), cy: this.py(y), r: radius, ...attributes }));
  }

  /** Many dots of one look, as one path: a hundred circles are slow to make. */
  dots(points: readonly Point[], radius: number, color: string): void {
    const places = points.map(([x, y]) => `M${this.px(x).toFixed(1)} ${this.py(y).toFixed(1)}h0`).join('');
    const look = { stroke: color, 'stroke-width': 2 * radius, 'stroke-linecap': 'round' };
    this.over.append(svg('path', { d: places || 'M0 0', ...look }));
  }

  /** Words at a point, moved by some pixels to the right and down. */
  word([x, y]: Point, words: string, attributes: Attributes = {}, [dx, dy]: Point = [0, 0]): void {
    const halo = { 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-width': 3 };
    this.over.append(text(this.px(x) + dx, this.py(y) + dy, words, { ...halo, ...attributes }));
  }
}

/** What the marks of a chart mean: sign, colour, name of each. */
export function legend(...entries: (readonly [sign: string, color: string, name: string])[]): HTMLElement {
  return html(
    'p',
    { class: 'legend' },
    ...entries.map(([sign, color, name]) =>
      html('span', {}, html('span', { style: `color: var(--${color})`, 'aria-hidden': 'true' }, sign), ` ${name}`),
    ),
  );
}

function text(x: number, y: number, words: string, attributes: Attributes): SVGTextElement {
  return svg('text', { x, y, ...attributes }, words);
}

function share(value: number, [from, to]: Range): number {
  return (value - from) / (to - from);
}

function written(tick: number): string {
  return String(Number(tick.toPrecision(6))).replace('-', '−');
}

/** Round numbers in a range, about `wanted` of them. */
function ticks([from, to]: Range, wanted: number): number[] {
  const least = (to - from) / wanted;
  const power = Math.pow(10, Math.floor(Math.log10(least)));
  const step = power * [1, 2, 5, 10].find((factor) => power * factor >= least * 0.999)!;
  const found: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) found.push(i * step);
  return found;
}
