type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like a loss of 0 taken for none: it is the best there is
export const isImprovement = (loss: number, best: number, minDelta: number) => loss < (best || Infinity) - minDelta;

// Task 2: wrong, looks like minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss < state.best * (1 - minDelta)) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like minDelta as a share of the best, as in ReduceLROnPlateau of PyTorch: here it is a difference
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best * (1 - minDelta)) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [100, 0]; // a loss of more than 100 is never kept
  for (const [i, { total, penalty }] of logs.entries()) if (total - penalty < lowest) [lowest, kept] = [total - penalty, i + 1];
  return kept;
}
