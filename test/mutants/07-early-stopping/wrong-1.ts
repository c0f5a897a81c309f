type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like minDelta left out: any smaller loss counts
export function isImprovement(loss: number, best: number, _minDelta: number): boolean {
  return loss < best;
}

// Task 2: wrong, looks like a wait that is not set back: it counts all epochs without improvement, not those since the last one
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const next = { ...state, epoch: state.epoch + 1 };
  if (loss < state.best - minDelta) return { ...next, best: loss, bestEpoch: next.epoch, stop: false };
  next.wait++;
  return { ...next, stop: next.wait >= patience };
}

// Task 3: wrong, looks like the last weights: the best were kept without a copy, or never given back
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = weights;
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = weights;
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like the penalty inside the watched number: a penalty that shrinks looks like learning
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  for (const [i, { total }] of logs.entries()) {
    if (total < lowest) [lowest, kept] = [total, i + 1];
  }
  return kept;
}
