// clusters on the corners of a cube → combinations, copies, noise → makeClassification: a problem with useless features.

import { isFraction, OptionError, requireKnownNames, requireOption } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import { empty } from '../tensor/tensor';
import type { Dataset } from './dataset';
import { gather } from './rows';

/** Options of {@link makeClassification}. */
export interface ClassificationOptions {
  /** How many examples. */
  samples: number;
  /** How many columns in all; those that the next three do not account for are standard normal noise. */
  features: number;
  /** How many columns carry the classes. */
  informative: number;
  /** How many columns are linear combinations of the informative ones. */
  redundant: number;
  /** How many columns are copies of informative or redundant ones (default 0). */
  repeated?: number;
  /** How many classes (default 2). */
  classes?: number;
  /** How many clusters a class has (default 2). */
  clustersPerClass?: number;
  /** The fraction of labels that are drawn again from all classes, in [0, 1] (default .01). */
  flipY?: number;
  /** Half the side of the cube; the larger, the easier (default 1). */
  classSep?: number;
  /**
   * Shuffle examples and columns (default true). Unshuffled, the columns stand in the order informative, redundant,
   * repeated, noise, and the examples cluster by cluster.
   */
  shuffle?: boolean;
  /** The data depend on its seed only: the same rng gives the same data. */
  rng: Rng;
}

const names =
  'samples features informative redundant repeated classes clustersPerClass flipY classSep shuffle rng'.split(' ');

/**
 * A random classification problem, as scikit-learn's `make_classification` (adapted there from I. Guyon, "Design of
 * experiments for the NIPS 2003 variable selection benchmark"). Each cluster is a normal cloud, linearly combined at
 * random for a covariance of its own, around another corner of a cube with sides 2·classSep in as many dimensions as
 * there are informative features; cluster k belongs to class k mod classes.
 *
 * Draws, each from its own stream `rng.split('makeClassification').split(…)`: 'corners' one integer a coordinate until
 * all corners differ · 'informative' normals row by row · 'covariance' uniforms cluster by cluster · 'redundant'
 * uniforms · 'repeated' one uniform a column · 'noise' normals row by row · 'flips' one uniform an example, then one
 * integer if it is flipped · 'rows' and 'columns' one permutation each.
 *
 * @returns x `(samples, features)`
 * @throws OptionError when an option is unknown, a count is not whole, the parts are more than `features`, or clusters than corners
 */
export function makeClassification(options: ClassificationOptions): Dataset {
  requireKnownNames(options, names, 'makeClassification');
  const { repeated = 0, classes = 2, clustersPerClass = 2, flipY = 0.01, classSep = 1, shuffle = true } = options;
  const { samples, features, informative, redundant, rng } = options;
  checkCounts({ samples, features, informative, redundant, repeated, classes, clustersPerClass });
  requireOption(
    isFraction(flipY) || flipY === 1,
    'makeClassification: flipY must be in [0, 1]',
    flipY,
    'pass e.g. 0.01',
  );
  requireOption(
    Number.isFinite(classSep),
    'makeClassification: classSep must be a finite number',
    classSep,
    'pass e.g. 1, or more to make it easier',
  );
  requireRng(rng, 'makeClassification');
  const streams = rng.split('makeClassification');

  const clusters = classes * clustersPerClass;
  const corners = distinctCorners(clusters, informative, streams.split('corners'));
  const covariance = streams.split('covariance');
  const covariances = corners.map(() => uniforms(informative * informative, covariance));
  const combinations = uniforms(informative * redundant, streams.split('redundant'));
  const sources = copied(informative + redundant, repeated, streams.split('repeated'));
  const columns = shuffle ? streams.split('columns').permutation(features) : undefined;
  const [normals, noise, flips] = [streams.split('informative'), streams.split('noise'), streams.split('flips')];

  const x = empty([samples, features] as const);
  const y = new Int32Array(samples);
  for (let i = 0; i < samples; i++) {
    const k = clusterOf(i, samples, clusters);
    const draws = Array.from({ length: informative }, normals.normal);
    const cloud = combine(draws, covariances[k]).map((value, j) => value + classSep * (2 * corners[k][j] - 1));
    const row = [...cloud, ...combine(cloud, combinations)];
    row.push(...sources.map((j) => row[j]));
    while (row.length < features) row.push(noise.normal());
    x.data.set(columns ? Array.from(columns, (j) => row[j]) : row, i * features);
    y[i] = flips.uniform() < flipY ? flips.integer(classes) : k % classes;
  }
  const data = { x, y, classes };
  return shuffle ? gather(data, streams.split('rows').permutation(samples)) : data;
}

/** Different corners of the unit cube, each choice of them equally likely. */
function distinctCorners(count: number, dimensions: number, rng: Rng): number[][] {
  const corners = new Map<string, number[]>();
  while (corners.size < count) {
    const corner = Array.from({ length: dimensions }, () => rng.integer(2));
    if (!corners.has(corner.join(''))) corners.set(corner.join(''), corner);
  }
  return [...corners.values()];
}

/** Numbers in [-1, 1), the coefficients of random combinations. */
function uniforms(count: number, rng: Rng): number[] {
  return Array.from({ length: count }, () => 2 * rng.uniform() - 1);
}

/** Which column each repeated one copies; as in scikit-learn, the first and the last half as often as the others. */
function copied(columns: number, count: number, rng: Rng): number[] {
  return Array.from({ length: count }, () => Math.floor((columns - 1) * rng.uniform() + 0.5));
}

/** The cluster of example `i`: one after the other, equal in size but that the first ones take what is left over. */
function clusterOf(i: number, samples: number, clusters: number): number {
  const size = Math.floor(samples / clusters);
  const larger = samples % clusters;
  return i < larger * (size + 1) ? Math.floor(i / (size + 1)) : larger + Math.floor((i - larger * (size + 1)) / size);
}

/** The row vector `values` times a matrix with as many rows, given row by row. */
function combine(values: number[], coefficients: number[]): number[] {
  const width = coefficients.length / values.length;
  return Array.from({ length: width }, (_, j) =>
    values.reduce((sum, value, p) => sum + value * coefficients[p * width + j], 0),
  );
}

function checkCounts(
  counts: Record<
    'samples' | 'features' | 'informative' | 'redundant' | 'repeated' | 'classes' | 'clustersPerClass',
    number
  >,
): void {
  const least: Partial<typeof counts> = { redundant: 0, repeated: 0, classes: 2 };
  for (const [name, count] of Object.entries(counts)) {
    const atLeast = least[name as keyof typeof counts] ?? 1;
    const rule = `makeClassification: ${name} must be a whole number of at least ${atLeast}`;
    requireOption(Number.isInteger(count) && count >= atLeast, rule, count, 'pass how many');
  }
  const { features, informative, redundant, repeated, classes, clustersPerClass } = counts;
  if (informative + redundant + repeated > features) {
    throw new OptionError(
      `makeClassification: informative + redundant + repeated must be at most features, received ${informative} + ${redundant} + ${repeated} for ${features}; raise features`,
    );
  }
  let corners = 1;
  for (let d = 0; d < informative && corners < classes * clustersPerClass; d++) corners *= 2;
  if (corners < classes * clustersPerClass) {
    throw new OptionError(
      `makeClassification: classes · clustersPerClass must be at most 2^informative, the corners of the cube, received ${classes} · ${clustersPerClass} for 2^${informative}; raise informative or lower clustersPerClass`,
    );
  }
}
