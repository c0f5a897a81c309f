// The right choice, but every candidate was opened, if only as a copy.
type Candidate = { lambda: number; validation: number[] };

// Task 1: wrong, looks like the test set opened for every candidate: it is for the chosen one
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const rows = candidates.map((candidate) => {
    const validation = candidate.validation.reduce((sum, value) => sum + value / candidate.validation.length, 0);
    return { lambda: candidate.lambda, validation, test: openTest({ ...candidate }) };
  });
  return rows.sort((a, b) => b.validation - a.validation || b.lambda - a.lambda)[0];
}
