type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

let wait = 0; // of all trainings

// Task 2: wrong, looks like a memory outside of the state: two equal calls give different states
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  const improved = loss < state.best - minDelta;
  wait = improved || epoch === 1 ? Number(!improved) : wait + 1;
  return { epoch, best: improved ? loss : state.best, bestEpoch: improved ? epoch : state.bestEpoch, wait, stop: wait >= patience };
}

let [best, bestEpoch] = [Infinity, 0];

// Task 3: wrong, looks like something remembered from an earlier training: each begins from nothing
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: Options) {
  let [wait, epoch] = [0, 0];
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
    if (wait >= patience) break;
  }
  return { epochs: epoch, bestEpoch, weights: kept };
}

