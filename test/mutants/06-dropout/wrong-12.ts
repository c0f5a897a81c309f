// Task 4: wrong, looks like masks that the seed does not repeat
export class DropoutLayer {
  private mask?: number[];

  constructor(
    private readonly rate: number,
    _seed: number,
  ) {}

  forward(x: number[], training: boolean): number[] {
    if (!training) {
      this.mask = undefined;
      return [...x];
    }
    this.mask = x.map(() => (Math.random() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
