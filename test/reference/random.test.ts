// npm seedrandom 3.0.5 against itself: the streams must never change

import { expect } from 'chai';
import { createRng } from '../../src/tensor/random';
import { describeReference } from './read';

describeReference('seedrandom_vectors', (vectors) => {
  for (const key of Object.keys(vectors)) {
    it(`createRng gives the doubles of seedrandom for the seed ${key}`, () => {
      const [type, seed] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
      const rng = createRng(type === 'number' ? Number(seed) : seed);
      for (const double of vectors[key].doubles) expect(rng.uniform()).to.equal(double);
    });
  }
});
