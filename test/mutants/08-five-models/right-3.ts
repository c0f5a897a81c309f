const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

// Task 1: right, reduce
export const tuneLambda = (candidates: any[], openTest: (one: any) => number) => {
  const ranked = candidates.map((candidate) => ({ candidate, validation: sum(candidate.validation) / candidate.validation.length }));
  const winner = ranked.reduce((a, b) => (b.validation > a.validation || (b.validation === a.validation && b.candidate.lambda > a.candidate.lambda) ? b : a));
  return { lambda: winner.candidate.lambda, validation: winner.validation, test: openTest(winner.candidate) };
};

// Task 2: right, the squares without a second pass
export const pairedInterval = (a: number[], b: number[], t: number) => {
  const n = a.length;
  const d = a.map((value, k) => value - b[k]);
  const shift = d[0]; // keeps the digits that Σd² - (Σd)²/n would lose
  const e = d.map((value) => value - shift);
  const squares = Math.max(0, sum(e.map((value) => value * value)) - sum(e) ** 2 / n);
  const margin = t * Math.sqrt(squares / n / (n - 1));
  const mean = sum(e) / n + shift;
  return { low: mean - margin, mean, high: mean + margin };
};

// Task 3: right, recursion over the models
export const pickModel = (models: any[], t: number): string => {
  const best = models.reduce((a, b) => (sum(b.validation) > sum(a.validation) ? b : a));
  const first = (rest: any[]): string => (rest[0] === best || pairedInterval(best.validation, rest[0].validation, t).low <= 0 ? rest[0].name : first(rest.slice(1)));
  return first(models);
};
