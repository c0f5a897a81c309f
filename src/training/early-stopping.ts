// valLoss, epoch by epoch → EarlyStopping → the weights of the best epoch.

import { OptionError } from '../errors';
import { isInTraining } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import type { Tensor } from '../tensor/tensor';
import type { Callback } from './callback';
import { checkEarlyStoppingOptions, type EarlyStoppingOptions, type Monitor } from './early-stopping-options';
import type { EpochLog } from './history';

/**
 * Ends training when a number has not improved for `patience` epochs, and gives back the best epoch's parameters and
 * buffers (Prechelt, Early Stopping, But When?, 1998; the rules are those of Keras 3). A NaN never counts as an
 * improvement; that is the one difference to Keras, where a NaN in the first epoch stays the best value forever.
 *
 * @throws OptionError when an option is unknown or out of its range; at the start of training, when the monitored number will be missing,
 * or it watches another run that has not ended
 */
export class EarlyStopping implements Callback {
  /** The number that is watched. */
  readonly monitor: Monitor;
  /** Epochs without improvement before it stops. */
  readonly patience: number;
  /** How much better than the best counts as an improvement. */
  readonly minDelta: number;
  /** Patience counts on until the value is better than this one too. */
  readonly baseline?: number;
  /** Epochs at the start that are not looked at. */
  readonly startFromEpoch: number;
  /** Whether the weights of the best epoch are put back at the end. */
  readonly restoreBestWeights: boolean;
  /** The best value so far. */
  bestValue?: number;
  /** The epoch of the best value, counted from 1; 0 before the first. */
  bestEpoch = 0;
  /** Epochs since the last improvement. */
  wait = 0;
  /** The epoch after which it stopped, counted from 1; 0 when it did not. */
  stoppedEpoch = 0;
  private readonly larger: boolean;
  private epoch = 0;
  private bestWeights?: Tensor[];
  private running?: Sequential;

  constructor(options: EarlyStoppingOptions = {}) {
    checkEarlyStoppingOptions(options);
    const { monitor = 'valLoss', mode = 'auto', patience = 5, minDelta = 0 } = options;
    const { baseline, startFromEpoch = 0, restoreBestWeights = true } = options;
    this.monitor = monitor;
    this.patience = patience;
    this.minDelta = minDelta;
    this.baseline = baseline;
    this.startFromEpoch = startFromEpoch;
    this.restoreBestWeights = restoreBestWeights;
    this.larger = mode === 'max' || (mode === 'auto' && monitor.toLowerCase().endsWith('accuracy'));
  }

  /**
   * The state machine, to be driven by hand: takes the value of the next epoch.
   *
   * @returns what happened: `improved`, `wait` (no improvement, or not looked at yet), or `stop`
   */
  update(value: number): 'improved' | 'wait' | 'stop' {
    this.epoch++;
    if (this.epoch <= this.startFromEpoch) return 'wait';
    this.wait++;
    if (this.better(value, this.bestValue)) {
      this.bestValue = value;
      this.bestEpoch = this.epoch;
      if (this.baseline === undefined || this.better(value, this.baseline)) this.wait = 0;
      return 'improved';
    }
    // Not in the first epoch that is looked at: with patience 0 a run could otherwise end before anything was compared.
    if (this.wait < this.patience || this.epoch === this.startFromEpoch + 1) return 'wait';
    this.stoppedEpoch = this.epoch;
    return 'stop';
  }

  private better(value: number, than: number | undefined): boolean {
    if (Number.isNaN(value)) return false;
    if (than === undefined) return true;
    return this.larger ? value - this.minDelta > than : value + this.minDelta < than;
  }

  onTrainBegin(
    model: Sequential,
    { hasValidation, classifies }: { hasValidation: boolean; classifies: boolean },
  ): void {
    if (!hasValidation && this.monitor.startsWith('val')) {
      throw new OptionError(
        `EarlyStopping: monitoring ${this.monitor} needs a validation set, received none; pass validation to fit, or monitor 'loss'`,
      );
    }
    if (!classifies && this.monitor.toLowerCase().endsWith('accuracy')) {
      throw new OptionError(
        `EarlyStopping: monitoring ${this.monitor} needs a classification loss, received one without classes; monitor 'valLoss'`,
      );
    }
    if (this.running && isInTraining(this.running)) {
      throw new OptionError(
        'EarlyStopping: it must watch one run at a time, received a second run before the first has ended; make a new one for each run',
      );
    }
    this.running = model;
    this.bestValue = undefined;
    this.bestEpoch = this.wait = this.stoppedEpoch = this.epoch = 0;
    this.bestWeights = undefined;
  }

  onEpochEnd(log: EpochLog, model: Sequential): void | 'stop' {
    const value = log[this.monitor];
    if (value === undefined)
      throw new OptionError(
        `EarlyStopping: ${this.monitor} is missing in epoch ${log.epoch}, received undefined; pass validation to fit`,
      );
    const outcome = this.update(value);
    if (outcome === 'improved') this.bestWeights = model.getWeights();
    if (outcome === 'stop') return 'stop';
  }

  onTrainEnd(model: Sequential): void {
    this.running = undefined;
    if (this.restoreBestWeights && this.bestWeights) model.setWeights(this.bestWeights);
  }
}
