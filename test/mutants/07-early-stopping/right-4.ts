type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: right, the difference from below
export const isImprovement = (loss: number, best: number, minDelta: number) => best - loss > minDelta;

// Task 2: right, wait is computed from the two epochs
export function nextState(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  const improved = isImprovement(loss, state.best, minDelta);
  const best = improved ? loss : state.best;
  const bestEpoch = improved ? epoch : state.bestEpoch;
  return { epoch, best, bestEpoch, wait: epoch - bestEpoch, stop: epoch - bestEpoch >= patience };
}

// Task 3: right, puts the best weights back into the array itself
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, options: Options) {
  let state: State = { epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false };
  let best = structuredClone(weights);
  do {
    state = nextState(state, trainEpoch(weights), options);
    if (state.wait === 0) best = structuredClone(weights);
  } while (!state.stop && state.epoch < epochs);
  best.forEach((value, i) => (weights[i] = value));
  return { epochs: state.epoch, bestEpoch: state.bestEpoch, weights };
}

// Task 4: right, filter and sort
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  const rows = logs.map(({ total, penalty }, i) => ({ loss: total - penalty, epoch: i + 1 })).filter(({ loss }) => loss === loss);
  rows.sort((a, b) => a.loss - b.loss || a.epoch - b.epoch);
  return rows[0]?.epoch ?? 0;
}
