// { seed } → a long run, an epoch a message; { open: false } → it waits after the next epoch.

import { Gate } from '../kit/pause-gate';
import { longRun } from './long-run';
import type { LongRunEpoch, LongRunMessage } from './long-run-plan';

const gate = new Gate();
let current = new AbortController();

addEventListener('message', ({ data }: MessageEvent<{ seed: number } | { open: boolean }>) => {
  if ('open' in data) {
    gate.open = data.open;
    return;
  }
  current.abort();
  current = new AbortController();
  const { seed } = data;
  const report = (epoch: LongRunEpoch) => {
    postMessage({ seed, epoch } satisfies LongRunMessage);
    return gate.passed;
  };
  void longRun(seed, report, current.signal);
});
