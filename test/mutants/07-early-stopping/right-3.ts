// Task 1: right, as a ternary
export function isImprovement(loss: number, best: number, minDelta: number) {
  return loss - best < -minDelta ? true : false;
}

// Task 2: right, one object
export const nextState = (state: any, loss: number, options: any) => {
  const yes = loss < state.best - options.minDelta;
  const wait = (1 - Number(yes)) * (state.wait + 1);
  return { stop: wait >= options.patience, wait, bestEpoch: yes ? state.epoch + 1 : state.bestEpoch, best: yes ? loss : state.best, epoch: 1 + state.epoch };
};

// Task 3: right, all weights kept and the best looked up at the end
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: any) {
  const history = [Array.from(weights)];
  let best = Infinity;
  let bestEpoch = 0;
  let lastGood = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const loss = trainEpoch(weights);
    history.push(Array.from(weights));
    if (loss < best - minDelta) {
      best = loss;
      bestEpoch = lastGood = epoch;
    }
    if (epoch - lastGood >= patience) break;
  }
  return { epochs: history.length - 1, bestEpoch, weights: history[bestEpoch], history };
}

// Task 4: right, from the end
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  let kept = 0;
  for (let i = logs.length; i-- > 0; ) {
    const loss = logs[i].total - logs[i].penalty;
    if (isNaN(loss)) continue;
    if (kept === 0 || loss <= logs[kept - 1].total - logs[kept - 1].penalty) kept = i + 1;
  }
  return kept;
}
