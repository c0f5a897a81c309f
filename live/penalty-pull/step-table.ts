// three steps of one weight → an enlarged picture of them, and their numbers.

import { html, set, svg, widthOf } from '../kit/dom';
import type { Step } from './penalty-step';
import { formatted } from '../kit/numbers';

const names = ['no penalty', 'L1', 'L2'];
const hues = ['', 'blue', 'orange'];
const height = 96;

/** As many decimals, three to five, as these numbers need so that nothing of them is lost. */
function decimalsOf(numbers: readonly number[]): number {
  return [3, 4].find((count) => numbers.every((value) => Math.abs(value - Number(value.toFixed(count))) < 5e-7)) ?? 5;
}

/** One step without penalty, with L1 and with L2, below each other. */
export class StepTable {
  static readonly style = `
.arrows path { stroke-width: 3; } .arrows .start { stroke: var(--ink); stroke-width: 1.5; } td.data { color: var(--green); }`;

  private readonly picture = svg('svg', {
    class: 'arrows',
    height,
    role: 'img',
    'aria-label': 'The three steps, enlarged',
  });
  private readonly cells = names.map(() =>
    ['data', 'penalty', 'after', 'size'].map((name) => html('td', { class: name })),
  );
  private readonly table = html(
    'table',
    {},
    html('tr', {}, ...['step', 'data', 'penalty', 'new w', 'size'].map((name) => html('th', { scope: 'col' }, name))),
    ...names.map((name, i) => html('tr', {}, html('th', { scope: 'row', class: hues[i] }, name), ...this.cells[i])),
  );

  readonly parts = [
    html('p', { class: 'caption' }, 'One step, enlarged'),
    this.picture,
    html('div', { class: 'table' }, this.table),
  ];

  /** The steps in words. */
  sentence = '';

  draw(weight: number, all: readonly Step[]): void {
    const decimals = decimalsOf(all.flatMap(({ data, penalty, after }) => [data, penalty, after]));
    const written = (value: number) => formatted(value, 10 ** -decimals);
    all.forEach(({ data, penalty, after }, i) => {
      const grew = Math.abs(after) - Math.abs(weight);
      const size = Math.abs(grew) < 1e-12 ? 'stays' : grew > 0 ? 'grows' : 'shrinks';
      [written(data), i === 0 ? '' : written(penalty), written(after), size].forEach((text, k) => {
        this.cells[i][k].textContent = text;
      });
    });
    this.drawArrows(weight, all);
    const [plain, lasso, ridge] = all.map(({ after }) => written(after));
    this.sentence = `From ${one(weight)} the step without penalty leads to ${plain}, with L1 to ${lasso}, with L2 to ${ridge}.`;
  }

  private drawArrows(weight: number, all: readonly Step[]): void {
    const width = widthOf(this.picture);
    const reach = Math.max(1e-9, ...all.flatMap(({ data, after }) => [Math.abs(data), Math.abs(after - weight)]));
    const x = (moved: number) => width / 2 + 30 + (moved / reach) * (width / 2 - 50);
    set(this.picture, { viewBox: `0 0 ${width} ${height}` });
    this.picture.replaceChildren(
      svg('path', { class: 'start', d: `M${x(0)} 16V${height}` }),
      svg('text', { x: x(0), y: 11, 'text-anchor': 'middle' }, `w = ${one(weight)}`),
      ...all.flatMap(({ data, penalty }, i) => {
        const y = 32 + 25 * i;
        return [
          svg('text', { class: hues[i], x: 0, y: y + 4 }, names[i]),
          ...arrow('green', x(0), x(data), y - 3),
          ...arrow(hues[i], x(data), x(data + penalty), y + 4),
        ];
      }),
      ...(weight === 0 ? [] : [zeroSign(weight, x(0), width)]),
    );
  }
}

function one(weight: number): string {
  return formatted(weight, 0.1);
}

function zeroSign(weight: number, start: number, width: number): SVGTextElement {
  const left = weight > 0;
  return svg(
    'text',
    {
      class: 'muted',
      x: left ? start - 46 : Math.min(width, start + 46),
      y: 11,
      'text-anchor': left ? 'end' : 'start',
    },
    left ? '← to zero' : 'to zero →',
  );
}

function arrow(hue: string, from: number, to: number, y: number): SVGElement[] {
  const length = Math.abs(to - from);
  if (length < 0.5) return [];
  const head = Math.min(7, length) * Math.sign(to - from);
  const color = `var(--${hue})`;
  return [
    svg('path', { stroke: color, d: `M${from} ${y}H${to - head}` }),
    svg('path', { fill: color, d: `M${to} ${y}l${-head} -5v10Z` }),
  ];
}
