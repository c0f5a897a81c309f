// histories → training and validation, loss and accuracy, epoch by epoch

import { requireKnownNames, requireOption } from '../errors';
import { requireHistory } from '../experiments/check-runs';
import { countedOn, lowest, type EpochLog, type History } from '../training/history';
import { figure, type Figure, type TitleOptions, type Trace } from './figure';
import { percent, three } from './format';
import { groups, type Group, type Named } from './named';
import { axesOf, panelLayout, type Panel } from './panels';
import { color } from './style';

type Measure = 'loss' | 'valLoss' | 'accuracy' | 'valAccuracy';

const titles: Record<Measure, string> = {
  loss: 'training loss',
  valLoss: 'validation loss',
  accuracy: 'training accuracy',
  valAccuracy: 'validation accuracy',
};

/**
 * Draws how training went: loss above, accuracy below, training on the left, validation on the right. A ring marks the
 * lowest validation loss of each run. Runs of the same recipe (other seeds) share a colour. Epochs of a second `fit` behind those of a
 * first are counted on. Panels without numbers, such as
 * validation when there was none, are left out.
 *
 * @param runs of `trainAll`, or histories under their names
 * @throws OptionError when there is no complete epoch to draw, a run or a history is none, or recipes that differ share a name
 *
 * @example `show(learningCurves({ dropout: history }))`
 */
export function learningCurves(runs: Named<History>, options: TitleOptions = {}): Figure {
  requireKnownNames(options, ['title'], 'learningCurves');
  const all = groups(runs, (run) => run.history, 'learningCurves').map(({ name, members }) => {
    members.forEach((history) => requireHistory(history, 'learningCurves'));
    return { name, members: members.map(({ epochs }) => ({ epochs: countedOn(epochs) })) };
  });
  const logs = all.flatMap(({ members }) => members.flatMap(({ epochs }) => epochs));
  requireOption(
    logs.length > 0,
    'learningCurves: there must be at least one complete epoch',
    logs.length,
    'train for longer',
  );
  const measures = (Object.keys(titles) as Measure[]).filter((measure) =>
    logs.some((log) => log[measure] !== undefined),
  );
  const columns = measures.includes('valLoss') ? 2 : 1;
  const rows = measures.length / columns;

  const panels = measures.map((measure, i): Panel => {
    const [left, bottom] = [i % columns === 0, i >= measures.length - columns];
    const isLoss = measure === 'loss' || measure === 'valLoss';
    return {
      title: titles[measure],
      xaxis: { ...(i > 0 && { matches: 'x' }), showticklabels: bottom, ...(bottom && { title: { text: 'epoch' } }) },
      yaxis: {
        ...(left
          ? { title: { text: isLoss ? lossName(logs) : 'accuracy' }, ...(!isLoss && { tickformat: '.0%' }) }
          : { matches: axesOf(i - 1).yaxis, showticklabels: false }),
      },
    };
  });

  return figure(
    measures.flatMap((measure, i) => all.flatMap((group, k) => curves(group, measure, i, color(k), all.length > 1))),
    {
      title: options.title ?? defaultTitle(all),
      alt: `Line chart in ${measures.length} panels against the epoch. ${all.map(inWords).join(' ')}`,
      height: rows === 2 ? 560 : 380,
      headroom: 16,
      layout: panelLayout(panels, columns, { x: 0.1, y: 0.2 }),
    },
  );
}

/** One line a run, and a ring at the lowest validation loss. */
function curves(
  { name, members }: Group<History>,
  measure: Measure,
  panel: number,
  lineColor: string,
  legend: boolean,
): Trace[] {
  const shared = { type: 'scatter', legendgroup: name, name, ...axesOf(panel) };
  return members.flatMap(({ epochs }, run): Trace[] => {
    const values = epochs.map((log) => log[measure]);
    const inOrder = epochs.every(({ epoch }, i) => epoch === i + 1);
    const line = {
      ...shared,
      mode: 'lines',
      ...(inOrder ? { x0: 1, dx: 1 } : { x: epochs.map(({ epoch }) => epoch) }),
      y: values,
      line: { color: lineColor, width: 2 },
      opacity: members.length > 1 ? 0.55 : 1,
      showlegend: legend && panel === 0 && run === 0,
    };
    const best = measure === 'valLoss' ? lowest(epochs) : undefined;
    if (!best) return [line];
    const marker = { symbol: 'circle-open', size: 9, color: lineColor, line: { width: 2 } };
    return [line, { ...shared, mode: 'markers', x: [best.epoch], y: [best.valLoss], marker, showlegend: false }];
  });
}

function lossName(logs: readonly EpochLog[]): string {
  return logs.some((log) => log.accuracy !== undefined) ? 'cross-entropy (nats)' : 'loss';
}

function defaultTitle(all: readonly Group<History>[]): string {
  const [{ name, members }] = all;
  const [{ epochs }] = members;
  const best = lowest(epochs);
  const single = all.length === 1 && members.length === 1;
  if (!best) return single ? `${name}: training, epoch by epoch` : 'Training, epoch by epoch';
  return single
    ? `${name}: validation loss is lowest after ${best.epoch} of ${epochs[epochs.length - 1].epoch} epochs`
    : 'Learning curves; a ring marks the lowest validation loss';
}

function inWords({ name, members }: Group<History>): string {
  const [{ epochs }] = members;
  const last = epochs[epochs.length - 1];
  if (!last) return `${name}: no complete epoch.`;
  const best = lowest(epochs);
  const parts = [
    `training loss ${three(epochs[0].loss)} to ${three(last.loss)} in ${epochs.length} epochs`,
    best &&
      `validation loss lowest at epoch ${best.epoch} with ${three(best.valLoss!)}, at the end ${three(last.valLoss!)}`,
    last.accuracy !== undefined && `training accuracy at the end ${percent(last.accuracy)}`,
    last.valAccuracy !== undefined && `validation accuracy at the end ${percent(last.valAccuracy)}`,
  ];
  return `${name}${members.length > 1 ? `, first of ${members.length} runs` : ''}: ${parts.filter(Boolean).join('; ')}.`;
}
