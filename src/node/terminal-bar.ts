// fit → a bar in the terminal while it trains, one line when it has ended

import type { EpochLog } from '../training/history';
import { summarizeHistory } from '../training/history-summary';
import type { Observer } from '../training/observer';

/** Milliseconds between two drawings. */
const interval = 100;
const cells = 24;

/** Where the bar is drawn: `process.stdout`. */
export interface Terminal {
  write(text: string): unknown;
  columns?: number;
}

/** Watches one run of `fit` in a terminal. */
export function terminalBar(terminal: Terminal): Observer {
  let [epochs, batches] = [0, 0];
  let begun = 0;
  let drawn = -Infinity;
  let last: EpochLog | undefined;

  const overwrite = (text: string) => terminal.write(`\r\x1b[K${text}`);
  return {
    start(run) {
      ({ epochs, batches } = run);
      begun = performance.now();
    },
    progress(epoch, batch, loss) {
      const now = performance.now();
      if (now - drawn < interval) return;
      drawn = now;
      const fraction = (epoch - 1 + batch / batches) / epochs;
      const full = Math.round(cells * fraction);
      const words = [
        `${'█'.repeat(full)}${'░'.repeat(cells - full)} epoch ${epoch}/${epochs}`,
        `loss ${loss.toFixed(3)}`,
        last?.valLoss !== undefined && `validation loss ${last.valLoss.toFixed(3)}`,
        `${(((now - begun) / 1000) * (1 / fraction - 1)).toFixed(0)} s left`,
      ];
      overwrite(words.filter(Boolean).join('  ').slice(0, (terminal.columns ?? 80) - 1)); // a broken line could not be overwritten
    },
    epoch(log) {
      last = log;
    },
    end(history) {
      overwrite(`${summarizeHistory(history, epochs)}\n`);
    },
  };
}
