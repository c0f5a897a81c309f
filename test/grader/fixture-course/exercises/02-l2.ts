/** Task 1. The Euclidean norm √Σxᵢ²; 0 for an empty list. */
export function l2(xs: number[]): number {
  throw new Error('Task 1: compute the Euclidean norm');
}
