// option → a row with its name, a slider (or a field to type into, or a box to tick) and the number.

import type { LiveOption } from '../src/figures/live-figures';
import { html } from './dom';

let count = 0;

/** A number as figures show it: with as many decimals as its slider has, and a true minus sign. */
export function formatted(value: number, step: number): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** The place of the slider that is nearest to a number; its default when it is none. */
export function nearest(value: number, { min, max, step, value: standard }: LiveOption): number {
  if (!Number.isFinite(value)) return standard;
  const place = min + Math.round((Math.min(max, Math.max(min, value)) - min) / step) * step;
  return Number(Math.min(max, place).toPrecision(12)); // 0.30000000000000004 is 0.3
}

/** The row of an option. */
export class Slider {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly output = html('output');

  /** @param changed called with the number that the reader has chosen */
  constructor(
    name: string,
    readonly option: LiveOption,
    changed: (value: number) => void,
  ) {
    const { label, min, max, step, typed, ticked } = option;
    const id = `option-${++count}`;
    this.input = html('input', { id, name, type: ticked ? 'checkbox' : typed ? 'number' : 'range', min, max, step });
    this.input.addEventListener('input', () => {
      if (ticked) changed(Number(this.input.checked));
      else if (this.input.value !== '') changed(nearest(Number(this.input.value), option));
    });
    this.row = html(
      'div',
      { class: ticked ? 'row ticked' : typed ? 'row typed' : 'row' },
      html('label', { for: id }, label),
      this.input,
    );
    if (!typed && !ticked) this.row.append(this.output);
  }

  set value(value: number) {
    const text = formatted(value, this.option.step);
    this.input.checked = value === 1;
    if (this.option.ticked) return;
    if (Number(this.input.value) !== value) this.input.value = String(value);
    this.input.setAttribute('aria-valuetext', text);
    this.output.value = text;
  }
}
