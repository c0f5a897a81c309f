// rate, seed → one mask after the other over a small network, and the mean of what they leave. With the course's own layers.

import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { ReLU } from '../../src/layers/relu';
import { softmax } from '../../src/losses/softmax';
import { createRng } from '../../src/tensor/random';
import { tensor, type Matrix } from '../../src/tensor/tensor';

/** The activations of the first layer of units: the example of the notebook. */
export const h = [0.1, 0.2, 0.3, 0.4, 0.5];

/** What one mask leaves of the network, layer by layer; a unit that was dropped has no number. */
export interface Masked {
  /** Of the five units after inverted dropout: 0, or h divided by what is kept. */
  first: number[];
  /** Which units are kept. */
  kept: [first: boolean[], second: boolean[]];
  second: number[];
  /** Three probabilities. */
  outputs: number[];
}

const weights = createRng(13);
const hidden = built(new Dense(4), h.length, 'hidden');
const output = built(new Dense(3), 4, 'output');

function built(dense: Dense, inputs: number, label: string): Dense {
  dense.build([inputs], weights.split(label));
  return dense;
}

/** The masks that one seed draws for one rate, in their order. Made as far as they are asked for. */
export class Masks {
  private readonly rng;
  private readonly masked: Masked[] = [];
  /** After each mask: the sums of first, and of what plain masks without the division leave. */
  private readonly sums: { inverted: number[]; plain: number[] }[] = [
    { inverted: h.map(() => 0), plain: h.map(() => 0) },
  ];

  constructor(
    readonly rate: number,
    readonly seed: number,
  ) {
    this.rng = createRng(seed);
  }

  /** The mask of this number, from 1. */
  at(number: number): Masked {
    while (this.masked.length < number) this.drawNext();
    return this.masked[number - 1];
  }

  /** The means over the first masks: of inverted dropout, and of masks that do not divide. */
  means(count: number): { inverted: number[]; plain: number[] } {
    this.at(count);
    const { inverted, plain } = this.sums[count];
    return { inverted: inverted.map((sum) => sum / count), plain: plain.map((sum) => sum / count) };
  }

  private drawNext(): void {
    const [one, two] = [new Dropout(this.rate), new Dropout(this.rate)];
    const training = { training: true, rng: this.rng };
    const first = one.forward(tensor([1, h.length], h), training) as Matrix; // (1, 5)
    const whole = new ReLU().forward(hidden.forward(first)) as Matrix; // (1, 4)
    const second = two.forward(whole, training) as Matrix; // (1, 4)
    const ones = tensor([1, 4], [1, 1, 1, 1]);
    const kept = Array.from(first.data, (value) => value !== 0);
    this.masked.push({
      first: Array.from(first.data),
      kept: [kept, Array.from(two.backward(ones).data, (factor) => factor !== 0)],
      second: Array.from(second.data),
      outputs: Array.from(softmax(output.forward(second) as Matrix).data),
    });
    const { inverted, plain } = this.sums[this.sums.length - 1];
    this.sums.push({
      inverted: inverted.map((sum, i) => sum + first.data[i]),
      plain: plain.map((sum, i) => sum + (kept[i] ? h[i] : 0)),
    });
  }
}
