// History → one sentence

import { expect } from 'chai';
import { summarizeHistory } from '../../src/training/history-summary';
import { epochsOf } from '../support/runs';

const summary = (valLosses: number[]) => summarizeHistory({ epochs: epochsOf(valLosses), stopReason: 'completed' }, 9);

describe('summarizeHistory', () => {
  it('tells the lowest validation loss, unless it is the last', () => {
    expect(summary([0.6, 0.5, 0.7])).to.equal(
      '3 epochs: loss 0.333, validation loss 0.700 (lowest 0.500 after 2 epochs), accuracy 90.0 %, validation accuracy 80.0 %',
    );
    expect(summary([0.6, 0.5])).to.contain('validation loss 0.500, accuracy');
  });

  it('never takes NaN for the lowest', () => {
    expect(summary([NaN, 0.4, 0.6])).to.contain('validation loss 0.600 (lowest 0.400 after 2 epochs),');
    expect(summary([0.4, NaN])).to.contain('validation loss NaN (lowest 0.400 after 1 epoch),');
    expect(summary([NaN, NaN])).to.contain('validation loss NaN, accuracy');
  });
});
