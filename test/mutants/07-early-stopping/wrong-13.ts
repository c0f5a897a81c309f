type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: wrong, looks like a loss of 0 taken for none: it is the best there is
export const isImprovement = (loss: number, best: number, minDelta: number) => Boolean(loss) && loss < best - minDelta;

// Task 2: wrong, looks like a loss of 0 taken for none: it is the best there is
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss && loss < state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

// Task 3: wrong, looks like a loss of 0 taken for none: it is the best there is
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [best, bestEpoch, wait, epoch] = [Infinity, 0, 0, 0];
  let kept = [...weights];
  while (epoch < epochs) {
    const loss = trainEpoch(weights);
    epoch++;
    if (loss && loss < best - minDelta) {
      best = loss;
      bestEpoch = epoch;
      wait = 0;
      kept = [...weights];
    } else wait++;
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

let lowest = Infinity; // outside of the function: it lives on
let kept = 0;

// Task 4: wrong, looks like something remembered from an earlier log: each begins from nothing
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  for (const [i, { total, penalty }] of logs.entries()) if (total - penalty < lowest) [lowest, kept] = [total - penalty, i + 1];
  return kept;
}
