// fit → a bar, the loss and its curve below the cell while it trains; the stop button ends it

import type { Observer } from '../training/observer';
import { summarizeHistory } from '../training/history-summary';
import type { EpochLog } from '../training/history';
import { LiveOutput } from './live-output';
import { livePicture } from './live-picture';
import { onStopButton } from './stop-button';

/** Watches one run of `fit` in a notebook. In its place remains one line that says how the run ended. */
export function progressPanel(): Observer {
  const output = new LiveOutput();
  const logs: EpochLog[] = [];
  let [epochs, batches] = [0, 0];
  let releaseStopButton = () => {};

  const picture = (done: number, loss?: number) => {
    const last = logs[logs.length - 1];
    const words = [
      `epoch ${Math.min(epochs, Math.floor(done) + 1)} of ${epochs}`,
      loss !== undefined && `loss ${loss.toPrecision(4)}`,
      last?.valLoss !== undefined && `validation loss ${last.valLoss.toPrecision(4)}`,
      output.timeLeft(done / epochs),
    ];
    const curves = [
      { name: 'loss', values: logs.map((log) => log.loss) },
      { name: 'validation loss', values: logs.flatMap(({ valLoss }) => valLoss ?? []) },
    ];
    return livePicture(
      done / epochs,
      words.filter(Boolean).join(' · '),
      curves.filter(({ values }) => values.length > 0),
    );
  };

  return {
    start(run) {
      ({ epochs, batches } = run);
      releaseStopButton = onStopButton(run.stop);
      output.start(picture(0));
    },
    progress(epoch, batch, loss) {
      output.draw(() => picture(epoch - 1 + batch / batches, loss));
    },
    epoch(log) {
      logs.push(log);
    },
    end(history) {
      releaseStopButton();
      output.end(summarizeHistory(history, epochs));
    },
  };
}
