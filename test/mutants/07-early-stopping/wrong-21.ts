// Right values, each as a promise of it: whoever calls these functions needs the values themselves.

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

function isImprovementNow(loss: number, best: number, minDelta: number): boolean {
  return loss < best - minDelta; // false for NaN, as every comparison with it
}

function nextStateNow(state: State, loss: number, { patience, minDelta }: Options): State {
  const epoch = state.epoch + 1;
  if (isImprovementNow(loss, state.best, minDelta)) return { epoch, best: loss, bestEpoch: epoch, wait: 0, stop: false };
  const wait = state.wait + 1;
  return { ...state, epoch, wait, stop: wait >= patience };
}

function trainWithEarlyStoppingNow(
  weights: number[],
  trainEpoch: (weights: number[]) => number,
  epochs: number,
  options: Options,
): { epochs: number; bestEpoch: number; weights: number[] } {
  let state: State = { epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false };
  let bestWeights = [...weights]; // a copy: the next epoch writes into the array itself
  while (state.epoch < epochs && !state.stop) {
    state = nextStateNow(state, trainEpoch(weights), options);
    if (state.bestEpoch === state.epoch) bestWeights = [...weights];
  }
  return { epochs: state.epoch, bestEpoch: state.bestEpoch, weights: bestWeights };
}

function epochToKeepNow(logs: { total: number; penalty: number }[]): number {
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

// Task 1: wrong
export const isImprovement = async (...args: Parameters<typeof isImprovementNow>) => isImprovementNow(...args);

// Task 2: wrong
export const nextState = async (...args: Parameters<typeof nextStateNow>) => nextStateNow(...args);

// Task 3: wrong
export const trainWithEarlyStopping = async (...args: Parameters<typeof trainWithEarlyStoppingNow>) => trainWithEarlyStoppingNow(...args);

// Task 4: wrong
export const epochToKeep = async (...args: Parameters<typeof epochToKeepNow>) => epochToKeepNow(...args);
