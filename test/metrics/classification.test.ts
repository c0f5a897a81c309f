// accuracy, confusion matrix and argmax: what the predicted class is compared with

import { expect } from 'chai';
import { OptionError, ShapeError } from '../../src/errors';
import { accuracy } from '../../src/metrics/accuracy';
import { argmax } from '../../src/metrics/argmax';
import { confusionMatrix } from '../../src/metrics/confusion-matrix';
import { tensor } from '../../src/tensor/tensor';

const logits = tensor(
  [4, 3],
  [
    [5, -1, 0],
    [0.1, 0.2, 0.3],
    [-3, -1, -2],
    [7, 7, 1],
  ],
); // says 0, 2, 1, 0
const labels = Int32Array.of(0, 1, 1, 1);

describe('argmax', () => {
  it('takes the largest of each row, the first of equal ones', () => {
    expect([...argmax(logits)]).to.deep.equal([0, 2, 1, 0]);
    expect(() => argmax(tensor([3], [1, 2, 3]))).to.throw(ShapeError, 'a matrix');
  });
});

describe('accuracy', () => {
  it('is the fraction right, from logits, classes or one-hot labels alike', () => {
    expect(accuracy(logits, labels)).to.equal(0.5);
    expect(accuracy(Int32Array.of(0, 2, 1, 0), labels)).to.equal(0.5);
    const oneHot = tensor(
      [4, 3],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
      ],
    );
    expect(accuracy(logits, oneHot)).to.equal(0.5);
    expect(accuracy(Int32Array.of(0, 2, 1, 0), oneHot)).to.equal(0.5);
  });

  it('refuses labels that do not fit, NaN and nothing', () => {
    expect(() => accuracy(logits, Int32Array.of(0, 1))).to.throw(
      ShapeError,
      'accuracy: every prediction needs its label, received 4 predictions and 2 labels',
    );
    expect(() => accuracy(logits, Int32Array.of(0, 1, 3, 1))).to.throw(
      OptionError,
      'accuracy: labels must be whole numbers in [0, 3), received 3 in row 2',
    );
    expect(() => accuracy(Int32Array.of(0, 1), Int32Array.of(0, -1))).to.throw(OptionError, 'received -1 in row 1');
    expect(() => accuracy(tensor([2, 2], [1, 2, NaN, 2]), Int32Array.of(0, 1))).to.throw(
      OptionError,
      'accuracy: predictions must be numbers, received NaN in row 1',
    );
    expect(() => accuracy(tensor([0, 2], []), new Int32Array(0))).to.throw(
      ShapeError,
      'accuracy: at least one example is needed',
    );
  });

  it('refuses labels that are not one-hot', () => {
    const message = 'accuracy: a one-hot row holds a single 1 and zeros';
    expect(() => accuracy(Int32Array.of(0), tensor([1, 2], [0.3, 0.7]))).to.throw(
      OptionError,
      `${message}, received [0.3, 0.7] in row 0`,
    );
    expect(() => accuracy(Int32Array.of(0), tensor([1, 2], [1, 1]))).to.throw(message);
    expect(() => accuracy(Int32Array.of(0), tensor([1, 2], [0, 0]))).to.throw(message);
    expect(() => accuracy(logits, tensor([4, 2], [1, 0, 1, 0, 1, 0, 1, 0]))).to.throw(
      ShapeError,
      'received (4, 2) for 3 classes',
    );
  });
});

describe('confusionMatrix', () => {
  it('counts true classes in rows, predicted ones in columns', () => {
    expect(confusionMatrix(logits, labels)).to.deep.equal(
      tensor(
        [3, 3],
        [
          [1, 0, 0],
          [1, 1, 1],
          [0, 0, 0],
        ],
      ),
    );
    expect(confusionMatrix(Int32Array.of(0, 2, 1, 0), labels, 3)).to.deep.equal(confusionMatrix(logits, labels));
  });

  it('the diagonal holds the accuracy', () => {
    const { data } = confusionMatrix(logits, labels);
    expect((data[0] + data[4] + data[8]) / 4).to.equal(accuracy(logits, labels));
  });

  it('needs the number of classes with predicted classes, and classes below it', () => {
    expect(() => confusionMatrix(Int32Array.of(0, 1), Int32Array.of(0, 1))).to.throw(
      OptionError,
      'confusionMatrix: classes must be a whole number of at least 1, received undefined; pass the number of classes, e.g. dataset.classes',
    );
    expect(() => confusionMatrix(Int32Array.of(0, 2), Int32Array.of(0, 1), 2)).to.throw(
      OptionError,
      'must be in [0, 2), received 2 in row 1',
    );
    expect(() => confusionMatrix(Int32Array.of(0, 1), Int32Array.of(0, 2), 2)).to.throw(
      OptionError,
      'received 2 in row 1',
    );
  });
});
