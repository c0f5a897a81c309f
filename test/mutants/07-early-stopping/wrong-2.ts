type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like equal counts as an improvement: it has to be lower by more than minDelta
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return best - loss >= minDelta;
}

// Task 2: wrong, looks like one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops when wait reaches the patience
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss < state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  return { ...state, epoch, wait: state.wait + 1, stop: state.wait >= patience };
}

// Task 3: wrong, looks like best weights only when it stopped: a run that uses up its epochs needs them too
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) return { epochs: epoch, bestEpoch, weights: kept };
  }
  return { epochs: epoch, bestEpoch, weights: weights };
}

// Task 4: wrong, looks like the penalty added a second time
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  for (const [i, { total, penalty }] of logs.entries()) {
    if (total + penalty < lowest) [lowest, kept] = [total + penalty, i + 1];
  }
  return kept;
}
