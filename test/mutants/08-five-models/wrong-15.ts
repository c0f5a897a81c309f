const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 1: wrong
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  let [highest, lambda, test] = [0, 0, 0]; // no candidate with an accuracy of 0 is ever chosen
  for (const one of candidates) {
    const score = mean(one.validation);
    if (score > highest || (score === highest && one.lambda > lambda && highest > 0)) [highest, lambda] = [score, one.lambda];
  }
  test = openTest(candidates.find((one) => one.lambda === lambda) ?? candidates[0]);
  return { lambda, validation: highest, test };
}

// Task 3: wrong
export function pickModel(models: Model[], t: number) {
  let [highest, name] = [0, ''];
  for (const model of models) if (mean(model.validation) > highest) [highest, name] = [mean(model.validation), model.name];
  const best = models.find((model) => model.name === name)?.validation;
  if (!best) return name;
  return models.find(({ validation }) => {
    const d = best.map((value, k) => value - validation[k]);
    return mean(d) - (t * deviation(d)) / Math.sqrt(d.length) <= 0;
  })!.name;
}
