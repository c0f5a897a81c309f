// trainAll → one bar for all runs below the cell; the stop button ends them

import type { RunsObserver } from '../experiments/runs-observer';
import { describeProgress, RunsProgress, summarizeRuns } from '../experiments/runs-progress';
import { LiveOutput } from './live-output';
import { livePicture } from './live-picture';
import { onStopButton } from './stop-button';

/** Watches one `trainAll` in a notebook. In its place remains one line that says what was trained. */
export function runsPanel(): RunsObserver {
  const output = new LiveOutput();
  const progress = new RunsProgress();
  let total = 0;
  let releaseStopButton = () => {};

  return {
    start(info) {
      total = info.total;
      releaseStopButton = onStopButton(info.stop);
      output.start(livePicture(0, `0 of ${total} runs`));
    },
    progress(news) {
      const fraction = progress.fraction(news);
      output.draw(() =>
        livePicture(
          fraction,
          [describeProgress(news), output.timeLeft(fraction)].filter(Boolean).map(escape).join(' · '),
        ),
      );
    },
    end(runs) {
      releaseStopButton();
      output.end(summarizeRuns(runs, total));
    },
  };
}

/** Names of recipes may hold anything. */
function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
