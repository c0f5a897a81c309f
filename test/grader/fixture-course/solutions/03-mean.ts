export function mean(xs: number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length;
}

export async function slowMean(xs: number[]): Promise<number> {
  await new Promise<void>((resolve) => setTimeout(resolve, 1));
  return mean(xs);
}
