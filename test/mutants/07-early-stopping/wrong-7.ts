type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like any change of more than minDelta counts, upwards too
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return Math.abs(best - loss) > minDelta;
}

// Task 2: wrong, looks like the first loss taken as the best whatever it is: after a NaN nothing is ever better
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  const isFirst = state.best === Infinity && state.epoch === 0;
  if (isFirst || loss < state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like minDelta left out
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like the highest data loss
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [-Infinity, 0];
  for (const [i, { total, penalty }] of logs.entries()) {
    if (total - penalty > lowest) [lowest, kept] = [total - penalty, i + 1];
  }
  return kept;
}
