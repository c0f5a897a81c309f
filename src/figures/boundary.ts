// probability on a mesh → the lines along which it is one half (marching squares; Lorensen and Cline 1987, in the plane)

import type { DecisionMap } from './decision-map';

/** A point `[x, y]`. */
export type Point = readonly [x: number, y: number];

/**
 * The decision boundary: the lines where both classes are equally likely. Between two points of the mesh the probability
 * is taken to be linear.
 *
 * @returns lines as lists of points, from end to end; a closed one ends where it begins
 */
export function boundaryLines({ x, y, probability }: DecisionMap): Point[][] {
  const columns = x.length;
  const above = (corner: number) => probability[corner] >= 0.5;
  const neighbours = new Map<number, number[]>(); // an edge of the mesh that the boundary crosses → the edges it goes on to
  const connect = (a: number, b: number) => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };

  // Edge 2c leads from corner c to the next column, edge 2c + 1 to the next row.
  for (let i = 0; i + 1 < y.length; i++) {
    for (let j = 0; j + 1 < columns; j++) {
      const corner = i * columns + j;
      const [a, b, c, d] = [corner, corner + 1, corner + columns + 1, corner + columns]; // around the square
      const crossed: number[] = [];
      if (above(a) !== above(b)) crossed.push(2 * a);
      if (above(b) !== above(c)) crossed.push(2 * b + 1);
      if (above(c) !== above(d)) crossed.push(2 * d);
      if (above(d) !== above(a)) crossed.push(2 * a + 1);
      if (crossed.length === 2) connect(crossed[0], crossed[1]);
      if (crossed.length === 4) {
        const middle = (probability[a] + probability[b] + probability[c] + probability[d]) / 4 >= 0.5;
        const [bottom, right, top, left] = crossed;
        const cutsOffA = middle !== above(a); // a saddle: the middle says which corners belong together
        connect(bottom, cutsOffA ? left : right);
        connect(top, cutsOffA ? right : left);
      }
    }
  }

  const crossing = (edge: number): Point => {
    const from = edge >> 1;
    const to = edge % 2 ? from + columns : from + 1;
    const t = (0.5 - probability[from]) / (probability[to] - probability[from]);
    const at = (corner: number): Point => [x[corner % columns], y[Math.floor(corner / columns)]];
    const [[x0, y0], [x1, y1]] = [at(from), at(to)];
    return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
  };
  return walk(neighbours).map((line) => line.map(crossing));
}

/** How long the boundary is, in units of the features. A longer one may wind more, or cross the mesh more steeply. */
export function boundaryLength(map: DecisionMap): number {
  let length = 0;
  for (const line of boundaryLines(map)) {
    for (let k = 1; k < line.length; k++) {
      const [dx, dy] = [line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1]];
      length += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return length;
}

/** Follows each line from end to end, then the closed ones around. */
function walk(neighbours: Map<number, number[]>): number[][] {
  const left = new Set(neighbours.keys());
  const ends = Array.from(left).filter((edge) => neighbours.get(edge)!.length === 1);
  const lines: number[][] = [];
  for (const start of [...ends, ...Array.from(left)]) {
    if (!left.has(start)) continue;
    const line: number[] = [];
    for (
      let edge: number | undefined = start;
      edge !== undefined;
      edge = neighbours.get(edge)!.find((next) => left.has(next))
    ) {
      line.push(edge);
      left.delete(edge);
    }
    const closed = line.length > 2 && neighbours.get(line[line.length - 1])!.includes(start);
    lines.push(closed ? [...line, start] : line);
  }
  return lines;
}
