// Right decisions, written into the caller's state: the contract says that it stays as it is.
type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: wrong
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  state.epoch++;
  state.wait++;
  if (loss < state.best - minDelta) {
    state.best = loss;
    state.bestEpoch = state.epoch;
    state.wait = 0;
  }
  state.stop = state.wait >= patience;
  return state;
}
