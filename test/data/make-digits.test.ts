import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { checkDataset } from '../../src/data/dataset';
import { makeDigits } from '../../src/data/make-digits';
import { pick } from '../../src/data/rows';
import { createRng } from '../../src/tensor/random';
import { evaluate } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { mlp } from '../../src/experiments/recipe';
import { expectLesson } from '../support/errors';

const rng = createRng(1);

describe('makeDigits', () => {
  it('gives images of bytes, 28 × 28 unless told otherwise', () => {
    const data = makeDigits({ samples: 12, rng });
    expect(data.x.shape).to.deep.equal([12, 28, 28, 1]);
    expect(data.x.white).to.equal(255);
    expect(data.classes).to.equal(10);
    checkDataset(data, 'makeDigits');
    expect(makeDigits({ samples: 2, size: 17, rng }).x.shape).to.deep.equal([2, 17, 17, 1]);
  });

  it('gives the same bits for the same seed, whatever was drawn before, and others for another', () => {
    const bits = (seed: number) =>
      createHash('sha256')
        .update(makeDigits({ samples: 50, rng: createRng(seed) }).x.data)
        .digest('hex');
    rng.uniform();
    expect(makeDigits({ samples: 50, rng })).to.deep.equal(makeDigits({ samples: 50, rng: createRng(1) }));
    expect(bits(1)).to.equal('6d358eb0c16c5227b0fefbfe4ac7ef2d4e704d0a657edd9b20100f89e6b63928');
    expect(bits(2)).not.to.equal(bits(1));
  });

  it('begins alike, however many there are', () => {
    const many = makeDigits({ samples: 60, rng });
    const few = makeDigits({ samples: 25, rng });
    expect(
      pick(
        many,
        Int32Array.from({ length: 25 }, (_, i) => i),
      ),
    ).to.deep.equal(few);
  });

  it('makes each class equally likely', () => {
    const counts = new Array(10).fill(0);
    for (const label of makeDigits({ samples: 2000, size: 8, rng }).y) counts[label]++;
    for (const count of counts) expect(count).to.be.within(200 - 54, 200 + 54); // 4 standard deviations
  });

  it('puts ink on every image, more of it in the middle than at the edge, and no two alike', () => {
    const { x } = makeDigits({ samples: 300, rng });
    const images = Array.from({ length: 300 }, (_, i) => x.data.subarray(784 * i, 784 * (i + 1)));
    for (const image of images) expect(Math.max(...image)).to.be.above(150);
    const mean = (at: number) => images.reduce((sum, image) => sum + image[at], 0) / 300;
    expect(mean(14 * 28 + 14)).to.be.above(4 * mean(0));
    expect(new Set(images.map((image) => image.join())).size).to.equal(300);
  });

  it('is hard: on 1,000 images a network learns all of them, and one in five others is wrong', async () => {
    const data = makeDigits({ samples: 1500, rng });
    const rows = Int32Array.from({ length: 1500 }, (_, i) => i);
    const [train, test] = [pick(data, rows, 0, 1000), pick(data, rows, 1000, 1500)];
    const [network, linear] = [mlp({ hidden: [64] }, train, rng), mlp({ hidden: [] }, train, rng)];
    for (const model of [network, linear]) await fit(model, train, { epochs: 20, batchSize: 32, rng, observer: {} });
    expect(evaluate(network, train).accuracy).to.equal(1);
    expect(evaluate(network, test).accuracy).to.be.within(0.6, 0.85);
    expect(evaluate(linear, test).accuracy).to.be.within(0.5, 0.85);
  });

  it('refuses no samples, images without room, and no rng', async () => {
    await expectLesson(() => makeDigits({ samples: 0, rng }), 'OptionError', 'samples', '0');
    await expectLesson(() => makeDigits({ samples: 5, size: 7, rng }), 'OptionError', 'size', '7');
    // @ts-expect-error rng is missing
    await expectLesson(() => makeDigits({ samples: 5 }), 'OptionError', 'makeDigits: rng');
  });
});
