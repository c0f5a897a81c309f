type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like larger taken as better: a loss is to fall
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return loss > best + minDelta;
}

// Task 2: wrong, looks like a best that creeps down by less than minDelta: then small steps never count
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  const improved = loss < state.best - minDelta;
  const wait = improved ? 0 : state.wait + 1;
  return { epoch, best: Math.min(loss, state.best), bestEpoch: improved ? epoch : state.bestEpoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops when wait reaches the patience
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
    if (wait > patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

// Task 4: wrong, looks like the last of equal epochs
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let [lowest, kept] = [Infinity, 0];
  for (const [i, { total, penalty }] of logs.entries()) {
    if (total - penalty <= lowest) [lowest, kept] = [total - penalty, i + 1];
  }
  return kept;
}
