import { EarlyStopping } from 'holdout';

// Task 1: right, with the cases written out
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  if (Number.isNaN(loss)) return false;
  if (!Number.isFinite(best)) return true;
  return loss + minDelta < best;
}

// Task 2: right, if and else
export function nextState(state: any, loss: number, { patience, minDelta }: any) {
  const { epoch, best, bestEpoch, wait } = state;
  if (loss < best - minDelta) {
    return { epoch: epoch + 1, best: loss, bestEpoch: epoch + 1, wait: 0, stop: false, improved: true };
  } else {
    return { epoch: epoch + 1, best, bestEpoch, wait: wait + 1, stop: !(wait + 1 < patience), improved: false };
  }
}

// Task 3: right, with the library's state machine and typed arrays
export function trainWithEarlyStopping(weights: number[], trainEpoch: (weights: number[]) => number, epochs: number, { patience, minDelta }: any) {
  const stopping = new EarlyStopping({ patience, minDelta });
  let kept = Float64Array.from(weights);
  for (let epoch = 1; ; epoch++) {
    const outcome = stopping.update(trainEpoch(weights));
    if (outcome === 'improved') kept = Float64Array.from(weights);
    if (outcome === 'stop' || stopping.wait >= patience || epoch === epochs) return { epochs: epoch, bestEpoch: stopping.bestEpoch, weights: kept };
  }
}

// Task 4: right, the minimum of the finite ones
export const epochToKeep = (logs: { total: number; penalty: number }[]) => {
  const losses = logs.map((log) => log.total - log.penalty);
  return losses.indexOf(Math.min(...losses.filter((loss) => !isNaN(loss)))) + 1;
};
