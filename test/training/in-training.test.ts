// a model whose fit was not awaited: nobody gets the numbers of a half-trained network without a word

import { expect } from 'chai';
import { decisionBoundaries } from '../../src/figures/decision-boundaries';
import { decisionMap } from '../../src/figures/decision-map';
import { weightHistograms } from '../../src/figures/weight-histograms';
import { isInTraining } from '../../src/layers/in-training';
import type { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';
import { evaluate, predict, predictClasses } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { checkGradients } from '../../src/layers/check-gradients';
import { pause } from '../../src/training/pause';
import { score } from '../../src/experiments/train-recipe';
import { saveModel } from '../../src/layers/save-model';
import { expectLesson } from '../support/errors';
import { moons, smallModel } from '../support/examples';
import { numbers } from '../support/tensors';

const { train, validation } = moons();
const rng = createRng(8);
const weights = smallModel(train).getWeights();

const uses: Record<string, (model: Sequential) => unknown> = {
  evaluate: (model) => evaluate(model, validation),
  score: (model) => score(model, validation),
  predict: (model) => predict(model, validation.x),
  predictClasses: (model) => predictClasses(model, validation.x),
  'a Monte-Carlo pass': (model) => model.forward(validation.x, { training: true, rng }),
  backward: (model) => model.backward(validation.x),
  backwardParameters: (model) => model.backwardParameters(validation.x),
  penalty: (model) => model.penalty(),
  getWeights: (model) => model.getWeights(),
  setWeights: (model) => model.setWeights(weights),
  parameters: (model) => model.parameters,
  buffers: (model) => model.buffers,
  saveModel: (model) => saveModel(model),
  checkGradients: (model) => checkGradients(model, train.x, rng),
  decisionMap: (model) => decisionMap(model, validation, { mesh: 0.5 }),
  decisionBoundaries: (model) => decisionBoundaries({ model }, validation, { mesh: 0.5 }),
  weightHistograms: (model) => weightHistograms({ model }),
};

describe('a model in training', () => {
  const untouched = smallModel(train);
  before(() => fit(untouched, train, { epochs: 3, rng, validation }));

  for (const [name, use] of Object.entries(uses)) {
    it(`is an error in ${name} until its fit has ended, and is trained all the same`, async () => {
      const model = smallModel(train);
      const trained = fit(model, train, { epochs: 3, rng, validation });
      const words = ['a model must not be used while fit trains it', 'whose fit has not ended', 'await'];
      await expectLesson(() => use(model), 'OptionError', ...words);
      await trained;
      expect(model.getWeights().map(numbers)).to.deep.equal(untouched.getWeights().map(numbers));
      if (!name.startsWith('backward')) expect(() => use(model)).not.to.throw();
    });
  }

  it('is an error between two steps as well, when the run has paused', async () => {
    const model = smallModel(train);
    const found: unknown[] = [];
    const end = new AbortController();
    const look = () => {
      expect(isInTraining(model)).to.equal(true);
      try {
        uses.evaluate(model);
        found.push('numbers');
      } catch (error) {
        found.push((error as Error).name);
      }
      if (found.length === 3) end.abort();
    };
    const observer = { progress: () => queueMicrotask(look) };
    await fit(model, train, { epochs: 1e6, batchSize: 3, rng, observer, signal: end.signal });
    expect(found).to.deep.equal(['OptionError', 'OptionError', 'OptionError']);
  });

  it('can be used in each callback, also behind an await, and in the observer', async () => {
    const model = smallModel(train);
    const used: string[] = [];
    const use = (where: string) => {
      evaluate(model, validation);
      predict(model, validation.x);
      model.setWeights(model.getWeights());
      used.push(where);
    };
    await fit(model, train, {
      epochs: 1,
      rng,
      callbacks: [
        {
          onTrainBegin: () => use('begin'),
          async onEpochEnd() {
            await pause();
            use('epoch end');
          },
          onTrainEnd: () => use('end'),
        },
      ],
      observer: { start: () => use('observer, start'), epoch: () => use('observer, epoch') },
    });
    expect(used).to.deep.equal(['begin', 'observer, start', 'observer, epoch', 'epoch end', 'end']);
  });

  it('is closed again behind a callback, also behind one that throws, and free when its fit has failed', async () => {
    const model = smallModel(train);
    let late: unknown;
    const onEpochEnd = () =>
      void Promise.resolve()
        .then(() => uses.predict(model))
        .catch((error) => (late = error));
    await fit(model, train, { epochs: 1, rng, callbacks: [{ onEpochEnd }] });
    expect(String(late)).to.contain('predict: a model must not be used while fit trains it');
    const broken = () => {
      throw new Error('of mine');
    };
    const failed = fit(model, train, { epochs: 1, rng, callbacks: [{ onEpochEnd: broken }] });
    await expectLesson(() => uses.evaluate(model), 'OptionError');
    await failed.catch(() => {});
    expect(() => uses.evaluate(model)).not.to.throw();
  });

  it('tells its layers and sizes all the same', async () => {
    const model = smallModel(train);
    const table = model.summary();
    const trained = fit(model, train, { epochs: 1, rng });
    expect(model.summary()).to.equal(table);
    await trained;
  });
});
