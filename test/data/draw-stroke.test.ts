import { expect } from 'chai';
import { drawStroke } from '../../src/data/draw-stroke';

const size = 9;

function drawn(points: [number, number][], thickness: number): Float64Array {
  const ink = new Float64Array(size * size);
  drawStroke(ink, size, points, thickness);
  return ink;
}

describe('drawStroke', () => {
  it('draws a line as thick as it is told: the ink of a column adds up to the thickness', () => {
    for (const thickness of [1, 2, 3]) {
      const ink = drawn([[-4, 4.5], [13, 4.5]], thickness); // prettier-ignore
      for (let column = 0; column < size; column++) {
        let sum = 0;
        for (let row = 0; row < size; row++) sum += ink[row * size + column];
        expect(sum).to.be.closeTo(thickness, 1e-12);
      }
    }
  });

  it('goes through its points, in a curve and not in corners', () => {
    const ink = drawn([[1.5, 7.5], [4.5, 1.5], [7.5, 7.5]], 1.2); // prettier-ignore
    for (const [x, y] of [[1, 7], [4, 1], [7, 7]]) expect(ink[y * size + x]).to.equal(1); // prettier-ignore
    const straight = drawn([[1.5, 7.5], [4.5, 1.5]], 1.2); // prettier-ignore
    expect(ink.some((value, i) => value > straight[i] && i % size < 4)).to.equal(true);
  });

  it('keeps ink in [0, 1] and the darker of two strokes', () => {
    const ink = drawn([[2, 2], [7, 7]], 2); // prettier-ignore
    const before = ink.slice();
    drawStroke(ink, size, [[7, 2], [2, 7]], 2); // prettier-ignore
    expect(ink.every((value, i) => value >= before[i] && value <= 1)).to.equal(true);
  });

  it('draws a dot where all points are one, and nothing beyond the canvas', () => {
    expect(drawn([[4.5, 4.5], [4.5, 4.5]], 1).filter((value) => value > 0.5)).to.have.length(1); // prettier-ignore
    expect(drawn([[40, 4], [50, -30]], 2).every((value) => value === 0)).to.equal(true); // prettier-ignore
  });
});
