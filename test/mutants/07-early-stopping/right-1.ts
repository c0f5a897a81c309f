// Task 1: right, by the fall
export const isImprovement = (loss: number, best: number, minDelta: number) => best - loss > minDelta;

// Task 2: right, with Object.assign and one list of differences
export function nextState(state: any, loss: number, options: any) {
  const improved = isImprovement(loss, state.best, options.minDelta);
  const next = Object.assign({}, state, { epoch: state.epoch + 1, wait: improved ? 0 : state.wait + 1 });
  if (improved) Object.assign(next, { best: loss, bestEpoch: next.epoch });
  next.stop = !improved && next.wait >= options.patience;
  return next;
}

// Task 3: right, recursion in place of a loop, and the array of the caller given back
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, options: any) {
  let kept = weights.slice();
  const go = (state: any): any => {
    if (state.epoch === epochs || state.stop) return state;
    const next = nextState(state, trainEpoch(weights), options);
    if (next.wait === 0) kept = weights.slice();
    return go(next);
  };
  const { epoch, bestEpoch } = go({ epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false });
  kept.forEach((w, i) => (weights[i] = w));
  return { epochs: epoch, bestEpoch, weights };
}

// Task 4: right, sorted
export function epochToKeep(logs: { total: number; penalty: number }[]) {
  const epochs = logs.map(({ total, penalty }, i) => ({ loss: total - penalty, epoch: i + 1 })).filter(({ loss }) => !Number.isNaN(loss));
  epochs.sort((a, b) => a.loss - b.loss || a.epoch - b.epoch);
  return epochs[0]?.epoch ?? 0;
}
