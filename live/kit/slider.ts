// option → a row with its name, a slider (or a field to type into, or a box to tick) and the number.

import type { LiveOption } from '../../src/course/live-figures';
import { html } from './dom';
import { formatted, nearest } from './numbers';

let count = 0;

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
