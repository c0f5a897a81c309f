// The plumbing of fit: memory, pauses, the stop button, observers and callbacks. A learner can skip it: no number depends on it.

import { beginTraining, endTraining, lend } from '../layers/in-training';
import { Workspace } from '../tensor/memory';
import { CallbackList } from './callback-list';
import { evaluationSteps, type Evaluation } from './evaluate';
import type { Examples } from './examples';
import type { FitOptions } from './fit-options';
import type { EpochLog, History, StopReason } from './history';
import { defaultObserver, type Observer } from './observer';
import { pause, Pacer } from './pause';
import type { Training } from './train-step';

/** One run of `fit`, from its first callback to its last. Nobody else may use the model meanwhile. */
export class Session {
  /** The complete epochs; at the end also why the run ended. */
  readonly history: History = { epochs: [] };
  private state: 'running' | StopReason = 'running';
  private readonly stepMemory = new Workspace();
  private readonly evaluationMemory = new Workspace();
  private readonly pacer = new Pacer();
  private readonly callbacks: CallbackList;
  private readonly observer: Observer;
  private readonly signal?: AbortSignal;
  private observed = false;
  private stopRequested = false;

  constructor(
    private readonly training: Training,
    { callbacks = [], observer = defaultObserver(), signal }: FitOptions,
  ) {
    this.callbacks = new CallbackList(callbacks, training.model);
    this.observer = observer;
    this.signal = signal;
  }

  /** Starts callbacks, optimizer and observer, and moves the parameters into the memory of the compiled loops. */
  async begin(epochs: number, batches: number, hasValidation: boolean): Promise<void> {
    const { model, loss, optimizer } = this.training;
    const { parameters } = model;
    beginTraining(model);
    await this.callbacks.begin({ hasValidation, classifies: loss.classifies });
    const moments = optimizer.state(parameters); // not before: an Adam that is asked belongs to this model
    const numbers = parameters.flatMap(({ value, grad }) => [value, grad]);
    for (const tensor of [...numbers, ...moments]) this.stepMemory.adopt(tensor);
    await pause(); // what observers do with signals has to happen outside the first, synchronous part of a notebook cell
    this.observed = true;
    const stop = () => void (this.stopRequested = true);
    this.watch(() => this.observer.start?.({ epochs, batches, stop }));
  }

  /** Whether the run goes on: asked before each batch, it sees the stop button and the signal. */
  get running(): boolean {
    if (this.state === 'running' && (this.stopRequested || this.signal?.aborted)) this.state = 'interrupted';
    return this.state === 'running';
  }

  /** Runs one step, in the memory of the step before. */
  step(work: () => number): number {
    return lend(this.training.model, () => this.stepMemory.run(work));
  }

  /** Whether it is time to let other things happen: a repaint, a message, a click. */
  pauseIsDue(): boolean {
    return this.pacer.due();
  }

  /** Lets other things happen, and shows the observer how far the epoch is. */
  async pause(epoch: number, batch: number, loss: number): Promise<void> {
    this.watch(() => this.observer.progress?.(epoch, batch, loss));
    await pause();
  }

  /** The model on all of some examples, in evaluation mode; nothing when the run is stopped meanwhile. */
  async evaluate(examples: Examples): Promise<Evaluation | undefined> {
    if (!this.running) return undefined;
    const { model, loss } = this.training;
    const steps = evaluationSteps(this.evaluationMemory, model, examples, loss);
    const next = () => lend(model, () => steps.next());
    for (let step = next(); ; step = next()) {
      if (step.done) return step.value;
      if (this.pauseIsDue()) await pause();
      if (!this.running) return undefined;
    }
  }

  /** Keeps the numbers of an epoch and shows them to observer and callbacks, each of which may end the run. */
  async epochEnd(log: EpochLog): Promise<void> {
    this.history.epochs.push(log);
    this.watch(() => this.observer.epoch?.(log));
    const stop = await this.callbacks.epochEnd(log);
    if (stop) this.state = 'early-stopping';
  }

  /** Records why the run ended. A run that fails has no reason. */
  finish(): History {
    this.history.stopReason = this.state === 'running' ? 'completed' : this.state;
    return this.history;
  }

  /** Ends callbacks and observer and gives memory and model back, also when the run has failed. */
  async end(): Promise<void> {
    try {
      await this.callbacks.end(this.history);
    } finally {
      this.stepMemory.release();
      this.evaluationMemory.release();
      endTraining(this.training.model); // not before its weights are back
      if (this.observed) this.observer.end?.(this.history); // an observer that never saw a start would draw an end of nothing
    }
  }

  private watch(show: () => void): void {
    lend(this.training.model, () => void show()); // void: nobody waits for it
  }
}
