type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like exactly minDelta counts: it has to be lower by more than that
export const isImprovement = (loss: number, best: number, minDelta: number) => best > loss && best - loss >= minDelta;

// Task 2: wrong, looks like equal counts as an improvement: it has to be lower by more than minDelta
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss <= state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like equal counts as an improvement: it has to be lower by more than minDelta
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss <= best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like a data loss of 0 taken for none: it is the best there is
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  logs.forEach(({ total, penalty }, i) => {
    const loss = total - penalty;
    if (loss && loss < lowest) [lowest, kept] = [loss, i + 1];
  });
  return kept;
}
