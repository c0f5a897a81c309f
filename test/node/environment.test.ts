import { expect } from 'chai';
import { OptionError } from '../../src/errors';
import { loops, useLoops } from '../../src/tensor/loops';

describe('HOLDOUT_LOOPS', () => {
  const { HOLDOUT_LOOPS: kept } = process.env;
  const path = require.resolve('../../src/node/environment');

  function load(value: string): void {
    process.env.HOLDOUT_LOOPS = value;
    delete require.cache[path];
    require(path);
  }

  afterEach(() => {
    if (kept === undefined) delete process.env.HOLDOUT_LOOPS;
    else process.env.HOLDOUT_LOOPS = kept;
    useLoops('compiled');
  });

  it('leaves the compiled loops when it is empty or compiled', () => {
    for (const value of ['', 'compiled']) {
      load(value);
      expect(loops.current.name).to.equal('compiled');
    }
  });

  it('readable turns the compiled loops off', () => {
    load('readable');
    expect(loops.current.name).to.equal('readable');
  });

  it('says what it takes when it is anything else', () => {
    expect(() => load('fast'))
      .to.throw('HOLDOUT_LOOPS must be compiled or readable, received "fast"')
      .with.property('name', OptionError.name);
  });
});
