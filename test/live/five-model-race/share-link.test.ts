// options ↔ link

import { expect } from 'chai';
import { linkWith, optionsIn } from '../../../live/five-model-race/share-link';

const options = { seed: 7, noise: 0.25, epochs: 150 };

describe('the link of a live figure', () => {
  it('holds the options, keeps the rest of the address, and gives them back', () => {
    const link = linkWith('https://example.org/course/live/?q=moons#top', 'race', options, 'five-model-race');
    expect(link).to.equal(
      'https://example.org/course/live/?q=moons&race-seed=7&race-noise=0.25&race-epochs=150#five-model-race',
    );
    expect(optionsIn(link, 'race')).to.deep.equal(options);
    expect(optionsIn(linkWith(link, 'race', { ...options, seed: 8 }, ''), 'race')).to.deep.equal({
      ...options,
      seed: 8,
    });
  });

  it('takes numbers of its own figure only', () => {
    const address = 'https://example.org/?race-seed=x&race-noise=&race-epochs=50&seed=3&other-seed=4';
    expect(optionsIn(address, 'race')).to.deep.equal({ epochs: 50 });
  });
});
