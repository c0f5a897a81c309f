// ranges, width → axes in SVG and what is drawn in them, anew each time: for pictures of which most changes at once.

import { html, set, svg } from './dom';

/** From the lowest to the highest number on an axis. */
export type Range = readonly [low: number, high: number];

/** The axes of a drawing. */
export interface Axes {
  /** Pixels; the width is that of the place it stands in. */
  height: number;
  x: Range;
  y: Range;
  /** What the axes count, with units. */
  xName: string;
  yName: string;
}

type Point = readonly [x: number, y: number];
type Look = Record<string, string | number>;

const margin = { left: 44, right: 8, top: 10, bottom: 38 };
let count = 0;

/** One pair of axes. `axes` begins anew; all else is drawn into it, in units of the axes. */
export class Drawing {
  readonly root = svg('svg', { role: 'img' });
  private readonly clip = `area-${++count}`;
  private inside = svg('g');
  private now!: Axes & { width: number };

  /** @param name what is drawn, for those who cannot see it */
  constructor(name: string) {
    this.root.setAttribute('aria-label', name);
  }

  axes(axes: Axes): void {
    const width = this.root.clientWidth;
    this.now = { ...axes, width };
    const { height, x, y, xName, yName } = axes;
    set(this.root, { viewBox: `0 0 ${width} ${height}`, height });
    const [left, right, top, bottom] = [this.px(x[0]), this.px(x[1]), this.py(y[1]), this.py(y[0])];
    const parts: Node[] = [];
    for (const at of ticks(x, Math.max(2, Math.floor(width / 56)))) {
      parts.push(svg('path', { d: `M${this.px(at)},${top}V${bottom}`, stroke: 'var(--line)', 'stroke-opacity': 0.5 }));
      parts.push(text(this.px(at), bottom + 15, tick(at), { 'text-anchor': 'middle', class: 'muted' }));
    }
    for (const at of ticks(y, Math.max(2, Math.floor(height / 45)))) {
      parts.push(svg('path', { d: `M${left},${this.py(at)}H${right}`, stroke: 'var(--line)', 'stroke-opacity': 0.5 }));
      parts.push(text(left - 6, this.py(at) + 4, tick(at), { 'text-anchor': 'end', class: 'muted' }));
    }
    const [center, middle] = [(left + right) / 2, (top + bottom) / 2];
    parts.push(text(center, height - 4, xName, { 'text-anchor': 'middle' }));
    parts.push(text(11, middle, yName, { 'text-anchor': 'middle', transform: `rotate(-90 11 ${middle})` }));
    const area = svg('rect', { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) });
    this.inside = svg('g', { 'clip-path': `url(#${this.clip})` });
    this.root.replaceChildren(svg('clipPath', { id: this.clip }, area), ...parts, this.inside);
  }

  line(points: readonly Point[], look: Look): void {
    const d = points.map(([x, y]) => `${this.px(x).toFixed(1)},${this.py(y).toFixed(1)}`).join('L');
    if (points.length) this.inside.append(svg('path', { d: `M${d}`, fill: 'none', 'stroke-width': 2, ...look }));
  }

  /** All heights between two numbers of x. */
  band([from, to]: Range, look: Look): void {
    const [left, top] = [this.px(from), this.py(this.now.y[1])];
    const [width, height] = [this.px(to) - left, this.py(this.now.y[0]) - top];
    this.inside.append(svg('rect', { x: left, y: top, width, height, ...look }));
  }

  dot([x, y]: Point, radius: number, look: Look): void {
    this.root.append(svg('circle', { cx: this.px(x), cy: this.py(y), r: radius, ...look }));
  }

  /** @param shift pixels to the right and down */
  word([x, y]: Point, words: string, look: Look = {}, [right, down]: Point = [0, 0]): void {
    this.root.append(text(this.px(x) + right, this.py(y) + down, words, look));
  }

  /** Pixels from the left, and from the top. */
  private px(x: number): number {
    return margin.left + share(x, this.now.x) * (this.now.width - margin.left - margin.right);
  }

  private py(y: number): number {
    return this.now.height - margin.bottom - share(y, this.now.y) * (this.now.height - margin.bottom - margin.top);
  }
}

/**
 * What colours and shapes mean, in a line that breaks where it must.
 *
 * @param entries a mark, its colour, and what it stands for
 */
export function legend(...entries: (readonly [mark: string, color: string, meaning: string])[]): HTMLElement {
  const parts = entries.map(([mark, color, meaning]) =>
    html('span', {}, html('span', { style: `color: var(--${color})`, 'aria-hidden': 'true' }, `${mark} `), meaning),
  );
  return html('p', { class: 'legend' }, ...parts);
}

/** Round numbers in a range, about as many as there is room for. */
export function ticks([low, high]: Range, room: number): number[] {
  const rough = (high - low) / room;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => power * factor >= rough * 0.999)!;
  const found: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) found.push(k * step);
  return found;
}

function text(x: number, y: number, words: string, look: Look): SVGTextElement {
  return svg('text', { x, y, ...look }, words);
}

function share(value: number, [low, high]: Range): number {
  return (value - low) / (high - low);
}

function tick(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}
