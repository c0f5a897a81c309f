// validation loss, epoch by epoch → improved, wait or stop → the weights of the best epoch

export interface Options {
  patience: number;
  minDelta: number;
}

export interface State {
  epoch: number;
  best: number;
  bestEpoch: number;
  wait: number;
  stop: boolean;
}

export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  return loss < best - minDelta; // false for NaN, as every comparison with it
}

export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (isImprovement(loss, state.best, minDelta)) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

export function trainWithEarlyStopping(
  weights: number[],
  trainEpoch: (weights: number[]) => number,
  epochs: number,
  options: Options,
): { epochs: number; bestEpoch: number; weights: number[] } {
  let state: State = { epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false };
  let bestWeights = [...weights]; // a copy: the next epoch writes into the array itself
  while (state.epoch < epochs && !state.stop) {
    state = nextState(state, trainEpoch(weights), options);
    if (state.bestEpoch === state.epoch) bestWeights = [...weights];
  }
  return { epochs: state.epoch, bestEpoch: state.bestEpoch, weights: bestWeights };
}

export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let best = Infinity;
  let kept = 0;
  logs.forEach(({ total, penalty }, i) => {
    const dataLoss = total - penalty;
    if (!(dataLoss < best)) return;
    best = dataLoss;
    kept = i + 1;
  });
  return kept;
}
