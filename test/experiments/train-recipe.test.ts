// Recipe, data, seed → Run

import { expect } from 'chai';
import { softmax } from '../../src/losses/softmax';
import { expectedCalibrationError } from '../../src/metrics/calibration';
import { createRng } from '../../src/tensor/random';
import { evaluate, predict } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { mlp } from '../../src/experiments/recipe';
import { modelOf, trainRecipe } from '../../src/experiments/train-recipe';
import { expectLesson } from '../support/errors';
import { moons } from '../support/examples';
import { numbers } from '../support/tensors';

const data = moons();
const small = { hidden: [6], epochs: 4, batchSize: 16 };

describe('trainRecipe', () => {
  it('is mlp, fit and evaluate with the seed of the run', async () => {
    const recipe = { ...small, dropout: 0.3, l2: 0.01 };
    const run = await trainRecipe(recipe, data, 5);
    const model = mlp(recipe, data.train, createRng(5));
    const history = await fit(model, data.train, {
      validation: data.validation,
      epochs: 4,
      batchSize: 16,
      rng: createRng(5),
    });
    expect(run.history).to.deep.equal(history);
    expect(run.weights.map(numbers)).to.deep.equal(model.getWeights().map(numbers));
    const { loss, accuracy } = evaluate(model, data.validation);
    const calibrationError = expectedCalibrationError(softmax(predict(model, data.validation.x)), data.validation.y);
    expect(run.validation).to.deep.equal({ loss, accuracy, calibrationError });
    expect([run.recipe, run.seed]).to.deep.equal([recipe, 5]);
  });

  it('looks at the test set only when it is asked to', async () => {
    expect('test' in (await trainRecipe(small, data, 5))).to.equal(false);
    const { test } = await trainRecipe(small, data, 5, { test: true });
    expect(test?.loss).to.be.above(0);
  });

  it('takes a number for patience, or all options of early stopping', async () => {
    const long = { hidden: [20], epochs: 300, batchSize: 16, learningRate: 0.05 };
    const run = await trainRecipe({ ...long, earlyStopping: 3 }, data, 5);
    expect(run.history.stopReason).to.equal('early-stopping');
    expect((await trainRecipe({ ...long, earlyStopping: { patience: 3 } }, data, 5)).history).to.deep.equal(
      run.history,
    );
    const best = Math.min(...run.history.epochs.map(({ valLoss }) => valLoss!));
    expect(run.validation.loss).to.equal(best);
  });

  it('gives two recipes of one seed the same start and the same order of batches', async () => {
    const [plain, penalized] = await Promise.all([
      trainRecipe({ ...small, epochs: 1, batchSize: 51 }, data, 5),
      trainRecipe({ ...small, epochs: 1, batchSize: 51, l1: 1e-15 }, data, 5),
    ]);
    penalized.weights.forEach((w, p) =>
      w.data.forEach((value, i) => expect(value).to.be.closeTo(plain.weights[p].data[i], 1e-9)),
    );
  });

  it('is plain data: a copy through JSON makes the same model', async () => {
    const run = await trainRecipe(small, data, 5);
    const copy = structuredClone(run);
    expect(copy).to.deep.equal(run);
    expect(evaluate(modelOf(copy, data.test), data.validation).loss).to.equal(run.validation.loss);
  });

  it('calls callbacks after each epoch, early stopping first, with the bits of a run without', async () => {
    const seen: number[] = [];
    const recipe = { ...small, earlyStopping: 3 };
    const callbacks = [{ onEpochEnd: ({ epoch }: { epoch: number }) => void seen.push(epoch) }];
    const run = await trainRecipe(recipe, data, 5, { callbacks });
    expect(seen).to.deep.equal([1, 2, 3, 4]);
    expect(run).to.deep.equal(await trainRecipe(recipe, data, 5));
  });

  it('reports epochs to its observer, and ends early on a signal', async () => {
    const abort = new AbortController();
    const epochs: number[] = [];
    const observer = {
      epoch({ epoch }: { epoch: number }) {
        epochs.push(epoch);
        if (epoch === 2) abort.abort();
      },
    };
    const run = await trainRecipe(small, data, 5, { observer, signal: abort.signal });
    expect(epochs).to.deep.equal([1, 2]);
    expect(run.history.stopReason).to.equal('interrupted');
  });

  it('refuses a recipe with an unknown field, or one out of range', async () => {
    await expectLesson(
      () => trainRecipe({ ...small, patience: 3 } as object, data, 5),
      'OptionError',
      'patience',
      'earlyStopping',
    );
    await expectLesson(() => trainRecipe({ ...small, epochs: 0 }, data, 5), 'OptionError', 'epochs');
    await expectLesson(() => trainRecipe({ ...small, learningRate: -1 }, data, 5), 'OptionError', 'learningRate');
    await expectLesson(() => trainRecipe({ ...small, earlyStopping: -1 }, data, 5), 'OptionError', 'patience');
    await expectLesson(
      () => trainRecipe(small, data, 5, { tset: true } as object),
      'OptionError',
      'trainRecipe',
      'tset',
    );
  });
});
