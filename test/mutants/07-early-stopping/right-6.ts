type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 2: right, a wait that only counts up to where it matters
export function nextState({ epoch, best, bestEpoch, wait }: State, loss: number, { patience, minDelta }: Options): State {
  const threshold = best - minDelta;
  const none = !(loss < threshold);
  return {
    epoch: ++epoch,
    best: none ? best : loss,
    bestEpoch: none ? bestEpoch : epoch,
    wait: none ? ++wait : 0,
    stop: none && !(wait < patience),
  };
}
