// EarlyStopping against real runs of Keras: the same sequences of numbers through fit, the weights named after their epoch

import { expect } from 'chai';
import { Dense } from '../../src/layers/dense';
import { Sequential } from '../../src/layers/sequential';
import { SGD } from '../../src/optimizers/sgd';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import type { Callback } from '../../src/training/callback';
import { EarlyStopping } from '../../src/training/early-stopping';
import type { Monitor } from '../../src/training/early-stopping-options';
import { fit } from '../../src/training/fit';
import { expectLesson } from '../support/errors';
import { close, describeReference, type Reference } from './read';

const monitors: Record<string, Monitor> = { val_loss: 'valLoss', val_accuracy: 'valAccuracy' };
const data = { x: tensor([2, 1], [1, 2]), y: Int32Array.of(0, 1), classes: 2 };

function stoppingOf({ config }: Reference): EarlyStopping {
  return new EarlyStopping({
    monitor: monitors[config.monitor],
    mode: config.mode,
    patience: config.patience,
    minDelta: config.min_delta,
    baseline: config.baseline ?? undefined,
    startFromEpoch: config.start_from_epoch,
    restoreBestWeights: config.restore_best_weights,
  });
}

/** Trains while the monitored number follows the sequence and every weight is the number of its epoch. */
async function train({ sequence, max_epochs }: Reference, stopping: EarlyStopping) {
  const model = new Sequential([new Dense(2)], { inputShape: [1], rng: createRng(0) });
  const script: Callback = {
    onEpochEnd(log, { parameters }) {
      log[stopping.monitor] = sequence[log.epoch - 1];
      for (const { value } of parameters) value.data.fill(log.epoch);
    },
  };
  const optimizer = new SGD({ learningRate: 1e-300 });
  const history = await fit(model, data, {
    validation: data,
    optimizer,
    epochs: max_epochs,
    rng: createRng(0),
    callbacks: [script, stopping],
  });
  return {
    epochs: history.epochs.length,
    stoppedEarly: history.stopReason === 'early-stopping',
    weightsOfEpoch: model.parameters[0].value.data[0],
  };
}

describeReference('early_stopping', ({ cases }) => {
  const firstWatched = ({ sequence, config }: Reference) => sequence[config.start_from_epoch];

  for (const one of cases as Reference[]) {
    const { name, config, keras } = one;

    if (config.min_delta < 0) {
      it(`${name}: where Keras takes the size of a negative minDelta, ours says what to pass`, async () => {
        await expectLesson(() => stoppingOf(one), 'OptionError', 'minDelta', String(config.min_delta));
      });
    } else if (Number.isNaN(firstWatched(one))) {
      it(`${name}: where a NaN that comes first stays Keras's best for ever, ours is no improvement`, async () => {
        expect(keras.best_value).to.be.NaN;
        const stopping = stoppingOf(one);
        const run = await train(one, stopping);
        const numbers = one.sequence.slice(0, run.epochs).filter((value: number) => !Number.isNaN(value));
        expect(stopping.bestValue).to.equal(numbers.length ? Math.min(...numbers) : undefined);
        const best = one.sequence.indexOf(stopping.bestValue) + 1; // 0 when there is none
        expect(stopping.bestEpoch).to.equal(best);
        expect(run.weightsOfEpoch).to.equal(best && config.restore_best_weights ? best : run.epochs);
      });
    } else {
      it(`${name}: epochs, best value, best epoch, wait and final weights are those of Keras`, async () => {
        const stopping = stoppingOf(one);
        const run = await train(one, stopping);
        expect(run.epochs).to.equal(keras.epochs_run);
        expect(run.stoppedEarly).to.equal(keras.stopped_early);
        expect(run.weightsOfEpoch).to.equal(keras.weights_of_epoch_1based);
        expect(stopping.wait).to.equal(keras.final_wait);
        expect(Math.max(0, stopping.stoppedEpoch - 1)).to.equal(keras.keras_stopped_epoch_0based); // 0 when it did not stop
        if (keras.best_value === null) {
          expect(stopping.bestEpoch).to.equal(0); // nothing was looked at; Keras says epoch 0 counted from 0
        } else {
          close(stopping.bestValue!, keras.best_value);
          expect(stopping.bestEpoch).to.equal(keras.best_epoch_1based);
          expect(stopping.bestEpoch).to.equal(keras.keras_best_epoch_0based + 1);
        }
      });
    }
  }
});
