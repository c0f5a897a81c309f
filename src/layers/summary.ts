// Sequential → a table of layers, output shapes and parameter counts.

import { sizeOf, type Shape } from '../tensor/tensor';
import type { Layer } from './layer';

const bytesPerNumber = 8; // float64

/** Names as Keras gives them: the type in snake case, numbered from the second on. */
export function layerNames(layers: readonly Layer[]): string[] {
  const seen = new Map<string, number>();
  return layers.map(({ type }) => {
    const base = type.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return count === 0 ? base : `${base}_${count}`;
  });
}

/** The table of `model.summary()`, with the columns and totals of Keras 3. */
export function summarize(layers: readonly Layer[], names: readonly string[], shapes: readonly Shape[]): string {
  const rows = layers.map((layer, i) => [
    `${names[i]} (${layer.type})`,
    showOutput(shapes[i]),
    (count(layer.parameters) + count(layer.buffers)).toLocaleString('en-US'),
  ]);
  const trainable = count(layers.flatMap(({ parameters }) => parameters));
  const others = count(layers.flatMap(({ buffers }) => buffers));
  return [
    'Model: "sequential"',
    table(['Layer (type)', 'Output Shape', 'Param #'], rows),
    ` Total params: ${describe(trainable + others)}`,
    ` Trainable params: ${describe(trainable)}`,
    ` Non-trainable params: ${describe(others)}`,
  ].join('\n');
}

function count(holders: readonly { value: { shape: Shape } }[]): number {
  return holders.reduce((sum, { value }) => sum + sizeOf(value.shape), 0);
}

function showOutput(shape: Shape): string {
  return `(None, ${shape.join(', ')})`;
}

/** A count of parameters with their memory, e.g. `109,386 (854.58 KB)`. */
function describe(parameters: number): string {
  let size = parameters * bytesPerNumber;
  const units = ['B', 'KB', 'MB', 'GB'];
  while (size >= 1024 && units.length > 1) {
    size /= 1024;
    units.shift();
  }
  return `${parameters.toLocaleString('en-US')} (${size.toFixed(2)} ${units[0]})`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((title, c) => Math.max([31, 22, 13][c], title.length, ...rows.map((row) => row[c].length)));
  const line = (left: string, middle: string, right: string, dash: string) =>
    left + widths.map((width) => dash.repeat(width + 2)).join(middle) + right;
  const cells = (row: readonly string[], bar: string) =>
    bar + row.map((cell, c) => ` ${c === 2 ? cell.padStart(widths[c]) : cell.padEnd(widths[c])} `).join(bar) + bar;
  return [
    line('┏', '┳', '┓', '━'),
    cells(head, '┃'),
    line('┡', '╇', '┩', '━'),
    rows.map((row) => cells(row, '│')).join(`\n${line('├', '┼', '┤', '─')}\n`),
    line('└', '┴', '┘', '─'),
  ].join('\n');
}
