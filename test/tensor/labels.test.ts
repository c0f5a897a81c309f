// labels that are no class numbers yet → a remedy that keeps what they say

import { expect } from 'chai';
import { batches } from '../../src/data/batches';
import { corruptLabels } from '../../src/data/corrupt-labels';
import { split } from '../../src/data/split';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { accuracy } from '../../src/metrics/accuracy';
import { confusionMatrix } from '../../src/metrics/confusion-matrix';
import { logLoss } from '../../src/metrics/log-loss';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { evaluate, predictClasses } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { score } from '../../src/experiments/train-recipe';
import { Dense } from '../../src/layers/dense';
import { Sequential } from '../../src/layers/sequential';
import { expectLesson } from '../support/errors';
import { moons, smallModel } from '../support/examples';

const x = tensor([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
const rng = createRng(1);
const model = smallModel(moons().train);
const probabilities = tensor([4, 2], [1, 0, 0, 1, 1, 0, 0, 1]);

/** Everything that takes labels. */
const uses: Record<string, (y: never) => unknown> = {
  fit: (y) => fit(model, { x, y, classes: 2 }, { epochs: 1, rng }),
  evaluate: (y) => evaluate(model, { x, y, classes: 2 }),
  score: (y) => score(model, { x, y, classes: 2 }),
  split: (y) => split({ x, y, classes: 2 }, { test: 0.3, validation: 0.3, rng }),
  batches: (y) => batches({ x, y, classes: 2 }, 2, rng),
  corruptLabels: (y) => corruptLabels({ x, y, classes: 2 }, { fraction: 0.3, rng }),
  accuracy: (y) => accuracy(probabilities, y),
  'accuracy, as a prediction': (y) => accuracy(y, Int32Array.of(0, 1, 1, 0)),
  confusionMatrix: (y) => confusionMatrix(probabilities, y),
  logLoss: (y) => logLoss(probabilities, y),
  softmaxCrossEntropy: (y) => softmaxCrossEntropy.value(probabilities, y),
};

/** What the labels are, and what the remedy has to say. Int32Array.from alone would make zeros of the names. */
const kinds: Record<string, [y: unknown, remedy: string]> = {
  names: [['cat', 'dog', 'dog', 'cat'], 'names.indexOf(name)'],
  'numbers as texts': [['1', '2', '2', '1'], 'names.indexOf(name)'],
  'names and numbers': [['cat', 1, 1, 'cat'], 'names.indexOf(name)'],
  'numbers too large for 32 bits': [[2 ** 32, 2 ** 33, 0, 1], 'names.indexOf(name)'],
  'a missing name': [['cat', '', 'dog', 'cat'], 'leave out the examples without a label, the first of them "" at 1'],
  'a missing number': [[0, 1, null, 1], 'the first of them null at 2'],
  'a NaN': [Float64Array.of(0, 1, 1, NaN), 'the first of them NaN at 3'],
  fractions: [[0.5, 1.7, 0, 1], 'targets of a regression'],
  'whole numbers': [[0, 1, 1, 0], 'pass Int32Array.from(y)'],
  'whole numbers of another type': [Float32Array.of(0, 1, 1, 0), 'pass Int32Array.from(y)'],
  'yes and no': [[false, true, true, false], 'pass Int32Array.from(y)'],
  'a tensor of one axis': [tensor([4], [0, 1, 1, 0]), 'pass Int32Array.from(y.data)'],
  nothing: [undefined, 'pass the number of the class of each example'],
};

describe('labels that are no Int32Array', () => {
  for (const [name, use] of Object.entries(uses)) {
    for (const [what, [y, remedy]] of Object.entries(kinds)) {
      if (y === undefined && ['fit', 'evaluate', 'score'].includes(name)) continue; // they say that y is missing
      it(`are refused by ${name} when they are ${what}, with a remedy that is right for them`, async () => {
        await expectLesson(() => use(y as never), 'OptionError', 'Int32Array', remedy);
      });
    }
  }

  it('become class numbers by the remedy for names', () => {
    const y = ['dog', 'cat', 'dog', 'eel'];
    const names = Array.from(new Set(y)).sort();
    expect([...Int32Array.from(y, (name) => names.indexOf(name))]).to.deep.equal([1, 0, 1, 2]);
  });
});

describe('a prediction with one column', () => {
  const single = new Sequential([new Dense(1)], { inputShape: [2], rng });
  const outputs = tensor([4, 1], [0.1, 0.9, 0.8, 0.3]);

  it('is no class: the largest of one column is always the first', async () => {
    await expectLesson(() => predictClasses(single, x), 'ShapeError', 'predictClasses', '(4, 1)', 'p > 0.5');
    await expectLesson(() => accuracy(outputs, new Int32Array(4)), 'ShapeError', 'accuracy', 'p > 0.5');
    await expectLesson(() => confusionMatrix(outputs, new Int32Array(4), 2), 'ShapeError', 'p > 0.5');
  });

  it('is no one-hot label either', () =>
    expectLesson(() => accuracy(probabilities, tensor([4, 1], [0, 1, 1, 0])), 'ShapeError', 'Int32Array.from(y.data)'));
});

describe('remedies for values that are no numbers', () => {
  const values: [value: unknown, remedy: string][] = [
    ['1.5', 'make a number of it with Number'],
    [true, 'make a number of it with Number'],
    ['', 'leave out the row with the missing value'],
    [' ', 'leave out the row with the missing value'],
    [null, 'leave out the row with the missing value'],
    [undefined, 'leave out the row with the missing value'],
    ['red', 'a column of its own'],
  ];
  for (const [value, remedy] of values) {
    it(`do not make ${JSON.stringify(value)} another number than it is`, () =>
      expectLesson(() => tensor([2], [1, value]), 'OptionError', remedy));
  }

  it('do not turn probabilities into others: rounded ones are divided by their sum', () =>
    expectLesson(
      () => logLoss(tensor([1, 2], [0.33, 0.66]), Int32Array.of(0)),
      'OptionError',
      'divide each row by its sum',
    ));

  it('give a single example a batch, not the model another inputShape', async () => {
    await expectLesson(() => model.forward(tensor([2], [1, 2])), 'ShapeError', 'reshape(x, [1, 2])');
    await expectLesson(() => model.forward(zeros([2, 3])), 'ShapeError', 'check inputShape');
  });
});
