// The right choice, but the candidates are sorted where they stand: the contract says that they keep their order.
type Candidate = { lambda: number; validation: number[] };

// Task 1: wrong
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const mean = ({ validation }: Candidate) => validation.reduce((sum, value) => sum + value, 0) / validation.length;
  const [best] = candidates.sort((a, b) => mean(b) - mean(a) || b.lambda - a.lambda);
  return { lambda: best.lambda, validation: mean(best), test: openTest(best) };
}
