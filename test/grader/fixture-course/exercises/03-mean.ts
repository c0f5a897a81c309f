/** Task 1. The mean of a list that is not empty. */
export function mean(xs: number[]): number {
  throw new Error('Task 1: compute the mean');
}

/** Task 2. The mean, after a while. */
export async function slowMean(xs: number[]): Promise<number> {
  throw new Error('Task 2: compute the mean');
}
