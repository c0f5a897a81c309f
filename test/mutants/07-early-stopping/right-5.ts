type Options = { patience: number; minDelta: number };
type State = { epoch: number; best: number; bestEpoch: number; wait: number; stop: boolean };

// Task 1: right, two questions
export const isImprovement = (loss: number, best: number, minDelta: number) => !Number.isNaN(loss) && loss + minDelta < best;

// Task 2: right, a stop that stays, and a wait that is counted
export function nextState(before: State, loss: number, options: Options): State {
  const state = Object.assign({}, before);
  state.epoch += 1;
  if (before.best - loss > options.minDelta) {
    state.best = loss;
    state.bestEpoch = state.epoch;
    state.wait = 0;
  } else {
    state.wait += 1;
  }
  state.stop ||= state.wait >= options.patience;
  return state;
}

// Task 3: right, recursion, every state kept
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, options: Options) {
  const history = [{ weights: Float64Array.from(weights), bestEpoch: 0, best: Infinity }];
  const go = (epoch: number): number => {
    if (epoch > epochs) return epochs;
    const { best, bestEpoch } = history[epoch - 1];
    const loss = trainEpoch(weights);
    const improved = best - loss > options.minDelta;
    history.push({ weights: Float64Array.from(weights), best: improved ? loss : best, bestEpoch: improved ? epoch : bestEpoch });
    return epoch - history[epoch].bestEpoch >= options.patience ? epoch : go(epoch + 1);
  };
  const trained = go(1);
  const { bestEpoch } = history[trained];
  return { epochs: trained, bestEpoch, weights: history[bestEpoch].weights };
}

// Task 4: right, from the end, later ones replaced by equal ones
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let kept = 0;
  for (let k = logs.length; k >= 1; k--) {
    const loss = logs[k - 1].total - logs[k - 1].penalty;
    if (Number.isNaN(loss)) continue;
    if (kept === 0 || loss <= logs[kept - 1].total - logs[kept - 1].penalty) kept = k;
  }
  return kept;
}
