type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return loss < (1 - minDelta) * best;
}

// Task 2: wrong, looks like minDelta left out
export function nextState(state: State, loss: number, { patience }: Options): State {
  const epoch = state.epoch + 1;
  if (loss < state.best) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like epochs counted from 0
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch - 1;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like the last epoch, not the best
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  return logs.length;
}
