type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like minDelta with its sign turned: even a larger loss counts
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return loss - best < minDelta;
}

// Task 2: wrong, looks like compared with the epoch before: the best is overwritten in every epoch
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  const improved = loss < state.best - minDelta;
  const wait = improved ? 0 : state.wait + 1;
  return { epoch, best: loss, bestEpoch: improved ? epoch : state.bestEpoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like training goes on to the last epoch
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
    } else wait = Math.min(wait + 1, patience);
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like the smallest penalty in place of the smallest data loss
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  for (const [i, { penalty }] of logs.entries()) {
    if (penalty < lowest) [lowest, kept] = [penalty, i + 1];
  }
  return kept;
}
