// texts that differ give streams that differ, and no stream that was named before has other numbers than before

import { expect } from 'chai';
import * as fc from 'fast-check';
import seedrandom from 'seedrandom';
import { createRng, type Rng } from '../../src/tensor/random';

const start = ({ uniform }: Rng) => [uniform(), uniform(), uniform()].join(' ');
const along = (seed: number | string, labels: readonly string[]) =>
  labels.reduce((rng, label) => rng.split(label), createRng(seed));
const long = 'x'.repeat(300);

describe('streams by their texts', () => {
  const families: Record<string, (number | string)[]> = {
    'repetitions of one text': ['1', '11', '111', 'ab', 'abab', '', '\0', '\0\0'],
    'characters with the same lower 8 bits': ['a', 'š', 'ɡ', '\u0561', '\u6161'],
    'a number and its text': [1, '1', '1\0', 11, '11', '11\0'],
    'texts longer than the key of the generator': [long, `${long}x`, `${long}y`, `y${long}`, `${long}${long}`],
    'texts that fold into one key': ['a', 'b'].flatMap((first) =>
      Array.from({ length: 40 }, (_, i) => `${first}${'-'.repeat(255)}${String.fromCharCode(97 + i)}`),
    ),
    'halves of a pair of characters': ['\ud83d', '\ude00', '😀', '😁'],
  };
  for (const [what, seeds] of Object.entries(families)) {
    it(`${what} are different seeds, and different labels`, () => {
      expect(new Set(seeds.map((seed) => start(createRng(seed))))).to.have.lengthOf(seeds.length);
      const texts = seeds.filter((seed) => typeof seed === 'string');
      expect(new Set(texts.map((text) => start(createRng(3).split(text))))).to.have.lengthOf(texts.length);
    });
  }

  it('a label with a slash is not two labels, nor is a seed with one a seed and a label', () => {
    const streams = [
      along(1, ['a', 'b']),
      along(1, ['a/b']),
      along(1, ['a', '/b']),
      along(1, ['a/', 'b']),
      along(1, ['a\0.b']),
      along('number:1/a/b', []),
      along('number:1/a', ['b']),
      along('1', ['a', 'b']),
      along('string:1/a', ['b']),
      along('string:1/a/b', []),
    ];
    expect(new Set(streams.map(start))).to.have.lengthOf(streams.length);
  });

  it('a path that repeats a shorter one is another stream', () => {
    expect(start(along('x', ['astring:x', 'a']))).not.to.equal(start(along('x', ['a'])));
  });

  it('whatever the seeds and labels: other texts, another stream', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '/', '\0', '.', 'š') }));
    const path = fc.array(text, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, path, ([a, ...toA], [b, ...toB]) => {
        const same = JSON.stringify([a, toA]) === JSON.stringify([b, toB]);
        return same === (start(along(a, toA)) === start(along(b, toB)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('numbers, ordinary texts and ordinary labels are the keys that seedrandom gets', () => {
    const first = (key: number | string) => seedrandom(key as string)();
    for (const seed of [0, 1, 42, -1, 2.5, 1e21]) expect(createRng(seed).uniform()).to.equal(first(seed));
    for (const seed of ['line', 'level', 'candidates', 'dropout 1', 'naïve'])
      expect(createRng(seed).uniform()).to.equal(first(seed));
    expect(along(42, ['makeMoons', 'order']).uniform()).to.equal(first('number:42/makeMoons/order'));
    expect(along('line', ['layer dense_1']).uniform()).to.equal(first('string:line/layer dense_1'));
    expect(createRng(1).split('addNoiseFeatures').split(17).uniform()).to.equal(first('number:1/addNoiseFeatures/17'));
  });
});
