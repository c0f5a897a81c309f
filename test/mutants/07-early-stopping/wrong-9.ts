type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: wrong, looks like it never stops
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss < state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  return { ...state, epoch, wait: state.wait + 1, stop: patience < 0 };
}

// Task 3: wrong, looks like the first loss taken as the best whatever it is: after a NaN nothing is ever better
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (epoch === 1 || loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like a search that a NaN ends: nothing is lower than NaN
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let kept = 0;
  for (let i = 1; i < logs.length; i++) if (logs[i].total - logs[i].penalty < logs[kept].total - logs[kept].penalty) kept = i;
  return kept + 1;
}
