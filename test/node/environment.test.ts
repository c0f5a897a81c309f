import { expect } from 'chai';
import { OptionError } from '../../src/errors';
import { kernel, useKernel } from '../../src/tensor/kernel';

describe('HOLDOUT_KERNEL', () => {
  const { HOLDOUT_KERNEL: kept } = process.env;
  const path = require.resolve('../../src/node/environment');

  function load(value: string): void {
    process.env.HOLDOUT_KERNEL = value;
    delete require.cache[path];
    require(path);
  }

  afterEach(() => {
    if (kept === undefined) delete process.env.HOLDOUT_KERNEL;
    else process.env.HOLDOUT_KERNEL = kept;
    useKernel('wasm');
  });

  it('leaves the fast kernel when it is empty or wasm', () => {
    for (const value of ['', 'wasm']) {
      load(value);
      expect(kernel.current.name).to.equal('wasm');
    }
  });

  it('reference turns the fast kernel off', () => {
    load('reference');
    expect(kernel.current.name).to.equal('reference');
  });

  it('says what it takes when it is anything else', () => {
    expect(() => load('fast'))
      .to.throw('HOLDOUT_KERNEL must be wasm or reference, received "fast"')
      .with.property('name', OptionError.name);
  });
});
