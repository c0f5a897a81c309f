type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: wrong, looks like no stop in the first epoch, as in Keras: here it stops whenever wait reaches the patience
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (loss < state.best - minDelta) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: epoch > 1 && wait >= patience };
}

// Task 3: wrong, looks like no stop in the first epoch, as in Keras: here it stops whenever wait reaches the patience
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
    if (epoch > 1 && wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

