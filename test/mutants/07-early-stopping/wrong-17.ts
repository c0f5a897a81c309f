type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: wrong, looks like compared with the epoch before: the best is overwritten in every epoch
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const better = loss < state.best - minDelta;
  const next = { ...state, epoch: state.epoch + 1, best: loss, wait: better ? 0 : state.wait + 1 };
  if (better) next.bestEpoch = next.epoch;
  return { ...next, stop: next.wait >= patience };
}

// Task 3: wrong, looks like the right result, but training goes on after the stop: no epoch is trained any more
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  const before = [...weights];
  const log = Array.from({ length: epochs }, () => ({ loss: trainEpoch(weights), weights: [...weights] }));
  let [best, bestEpoch, k] = [Infinity, 0, 0];
  while (k < epochs && (k === 0 || k - bestEpoch < patience)) {
    const { loss } = log[k++];
    if (loss < best - minDelta) [best, bestEpoch] = [loss, k];
  }
  return { epochs: k, bestEpoch, weights: bestEpoch ? log[bestEpoch - 1].weights : before };
}
