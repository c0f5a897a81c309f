type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like NaN counts as an improvement: a comparison with NaN is false, and its opposite true
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  if (loss >= best - minDelta) return false;
  return true;
}

// Task 2: wrong, looks like epochs counted from 0
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const { epoch } = state;
  if (loss < state.best - minDelta) return { epoch: epoch + 1, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch: epoch + 1, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like weights from before the best epoch: copy them after it
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const before = [...weights];
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = before;
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like epochs counted from 0
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  for (const [i, { total, penalty }] of logs.entries()) {
    if (total - penalty < lowest) [lowest, kept] = [total - penalty, i];
  }
  return kept;
}
