// results → a table for people, or JSON for programs.

const minimum = (values) => Math.min(...values);
const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Minimum and median seconds of each contender, and how many times longer than holdout it takes. */
export function report({ machine, epochs, rounds, results }, json) {
  const ours = results[0];
  const contenders = results.map(({ name, seconds, accuracies, firstEpoch, memoryMB }) => ({
    name,
    seconds: { min: minimum(seconds), median: median(seconds) },
    ratio: { min: minimum(seconds) / minimum(ours.seconds), median: median(seconds) / median(ours.seconds) },
    testAccuracy: accuracies,
    firstEpoch: median(firstEpoch),
    memoryMB: median(memoryMB),
  }));
  if (json) return JSON.stringify({ machine, epochs, rounds, contenders });
  const rows = contenders.map((c) =>
    [
      c.name,
      c.seconds.min.toFixed(2),
      c.seconds.median.toFixed(2),
      `${c.ratio.min.toFixed(2)} ×`,
      c.firstEpoch.toFixed(2),
      c.memoryMB.toFixed(0),
      c.testAccuracy.map((accuracy) => accuracy.toFixed(3)).join(' '),
    ].join(' | '),
  );
  return [
    `Five models, ${epochs} epochs each, one thread, ${rounds} rounds in turn. ${machine.cpu}, Node ${machine.node}.`,
    '',
    '| contender | best s | median s | times holdout | s to first epoch | MB | test accuracies |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
