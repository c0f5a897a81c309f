type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: wrong, looks like NaN counts as an improvement
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss >= state.best - minDelta) {
    const wait = state.wait + 1;
    return { ...state, epoch, wait, stop: wait >= patience };
  }
  return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
}

// Task 3: wrong, looks like a wait that is not set back after an improvement
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like a NaN that hides all other epochs
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  const losses = logs.map(({ total, penalty }) => total - penalty);
  return 1 + losses.findIndex((loss) => loss === Math.min(...losses));
}
