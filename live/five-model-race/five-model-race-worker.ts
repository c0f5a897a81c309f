// RaceOrder → models that train, panels that are painted while they do → RaceReport.

import type { Split } from '../../src/data/split';
import { decisionMap } from '../../src/figures/decision-map';
import type { Sequential } from '../../src/layers/sequential';
import { BoundaryPainter } from './boundary-painter';
import { Gate } from '../kit/pause-gate';
import { noisyMoons } from '../../src/course/noisy-moons';
import { race as train, type Spectator } from './race';
import type { RaceOrder, RaceReport } from './race-messages';
import type { RaceOptions } from './race-plan';

/** Milliseconds from the start of one painting to the start of the next. */
const rhythm = 25;

const painters: BoundaryPainter[] = []; // by model, as everything here
const networks: Sequential[] = [];
const gate = new Gate();
let current = new AbortController();
let data: Split | undefined;
let unpainted: number[] = []; // the one that has waited longest first
let last = -Infinity;
let painted = 0;

addEventListener('message', ({ data: order }: MessageEvent<RaceOrder>) => {
  if ('canvas' in order) painters[order.model] = new BoundaryPainter(order.canvas);
  else if ('size' in order) painters[order.model]?.resize(order.size, order.scale);
  else if ('colors' in order) painters.forEach((painter) => painter.recolor(order.colors));
  else if ('open' in order) gate.open = order.open;
  else void start(order.race, order.options, order.models, order.still);
});

async function start(race: number, options: RaceOptions, models: number[], still: boolean): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  data = noisyMoons(options.seed, options);
  unpainted = [];
  const report = (news: RaceReport) => postMessage(news);
  const changed = (model: number) => {
    if (signal.aborted) return;
    if (!unpainted.includes(model)) unpainted.push(model);
    if (!still) paintIfDue();
  };
  const spectator: Spectator = {
    begin(model, network) {
      networks[model] = network;
      changed(model);
    },
    progress: changed,
    epoch(model, { epoch, valLoss = NaN, valAccuracy = NaN }) {
      changed(model);
      report({ race, model, painted, epoch, valLoss, valAccuracy });
      return gate.passed;
    },
    finish(model, finish) {
      paint(model); // with the weights that early stopping has put back
      report({ race, model, painted, finish });
    },
  };
  try {
    await train(options, models, data, spectator, signal);
  } catch (error) {
    report({ race, model: models[0], painted, failed: String(error) });
  }
}

function paintIfDue(): void {
  if (performance.now() - last >= rhythm && unpainted.length) paint(unpainted[0]);
}

function paint(model: number): void {
  last = performance.now();
  unpainted = unpainted.filter((other) => other !== model);
  const map = decisionMap(networks[model], data!.validation, { mesh: 0.15, margin: 0.3 });
  painters[model]?.paint(map, data!.validation);
  painted++;
}
