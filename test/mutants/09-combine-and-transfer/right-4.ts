type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: right, a generator
function* cells(strengths: number[], rates: number[]) {
  for (const l2 of strengths) for (const dropout of rates) yield { dropout, l2 };
}
const complete = (levels: number[]) => (levels.some((level) => level === 0) ? levels : [0].concat(levels));
export const factorial = (strengths: number[], rates: number[]) => [...cells(complete(strengths), complete(rates))];

// Task 2: right, the interaction as a mean over the seeds of its own
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const against = (scores: number[]) => mean(scores) - mean(plain);
  const interaction = mean(plain.map((score, k) => together[k] - onlyA[k] - onlyB[k] + score));
  return { a: against(onlyA), b: against(onlyB), both: against(together), interaction, seeds: plain.length };
}

// Task 3: right, a comparison of two methods, from the back
export function chooseMethod(methods: Method[], limit: number) {
  const better = (a: Method, b: Method) => {
    const [errorA, errorB] = [mean(a.calibrationError), mean(b.calibrationError)];
    if (errorA > limit && errorB > limit) return errorA <= errorB;
    if (errorA > limit || errorB > limit) return errorA <= limit;
    return mean(a.accuracy) >= mean(b.accuracy);
  };
  return methods.reduceRight((best, method) => (better(method, best) ? method : best)).name;
}
