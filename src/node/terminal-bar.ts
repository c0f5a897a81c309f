// fit, trainAll → a bar in the terminal while they train, one line when they have ended

import type { EpochLog } from '../training/history';
import { summarizeHistory } from '../training/history-summary';
import type { RunsObserver } from '../experiments/runs-observer';
import type { Observer } from '../training/observer';
import { describeProgress, RunsProgress, summarizeRuns } from '../experiments/runs-progress';

/** Where the bar is drawn: `process.stdout`. */
export interface Terminal {
  write(text: string): unknown;
  columns?: number;
}

/** Milliseconds between two drawings. */
const interval = 100;
const cells = 24;

/** A line of the terminal that is written over and over. */
class Line {
  private begun = 0;
  private drawn = -Infinity;

  constructor(private readonly terminal: Terminal) {}

  start(): void {
    this.begun = performance.now();
  }

  draw(fraction: number, words: string): void {
    const now = performance.now();
    if (now - this.drawn < interval) return;
    this.drawn = now;
    const full = Math.round(cells * fraction);
    const left = ((now - this.begun) / 1000) * (1 / fraction - 1);
    const text = `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${words} · ${left.toFixed(0)} s left`;
    this.overwrite(text.slice(0, (this.terminal.columns ?? 80) - 1)); // a line that is broken in two could not be overwritten
  }

  end(text: string): void {
    this.overwrite(`${text}\n`);
  }

  private overwrite(text: string): void {
    this.terminal.write(`\r\x1b[K${text}`);
  }
}

/** Watches one run of `fit` in a terminal. */
export function terminalBar(terminal: Terminal): Observer {
  const line = new Line(terminal);
  let [epochs, batches] = [0, 0];
  let last: EpochLog | undefined;
  return {
    start(run) {
      ({ epochs, batches } = run);
      line.start();
    },
    progress(epoch, batch, loss) {
      const validation = last?.valLoss === undefined ? '' : ` · validation loss ${last.valLoss.toFixed(3)}`;
      line.draw(
        (epoch - 1 + batch / batches) / epochs,
        `epoch ${epoch}/${epochs} · loss ${loss.toFixed(3)}${validation}`,
      );
    },
    epoch(log) {
      last = log;
    },
    end(history) {
      line.end(summarizeHistory(history, epochs));
    },
  };
}

/** Watches one `trainAll` in a terminal. */
export function terminalRunsBar(terminal: Terminal): RunsObserver {
  const line = new Line(terminal);
  const progress = new RunsProgress();
  let total = 0;
  return {
    start(info) {
      total = info.total;
      line.start();
    },
    progress(news) {
      line.draw(progress.fraction(news), describeProgress(news));
    },
    end(runs) {
      line.end(summarizeRuns(runs, total));
    },
  };
}
