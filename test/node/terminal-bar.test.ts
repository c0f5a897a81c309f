// fit and trainAll in a terminal → a bar

import { expect } from 'chai';
import { terminalBar, terminalRunsBar } from '../../src/node/terminal-bar';
import { epochsOf, runOf } from '../support/runs';

/** A terminal that keeps what is written. */
function recorder(columns?: number) {
  const written: string[] = [];
  return { written, columns, write: (text: string) => written.push(text) };
}

describe('terminalBar', () => {
  it('draws bar, epoch, loss and time left on one line, and ends with the result', () => {
    const terminal = recorder(200);
    const bar = terminalBar(terminal);
    bar.start?.({ epochs: 10, batches: 4, stop: () => {} });
    bar.epoch?.(epochsOf([0.75])[0]);
    bar.progress?.(6, 4, 0.1234);
    bar.progress?.(7, 1, 0.1);
    bar.end?.({ epochs: epochsOf([0.5, 0.6]), stopReason: 'early-stopping' });
    expect(terminal.written).to.have.length(2); // the second drawing came within 100 ms of the first
    expect(terminal.written[0]).to.match(
      /^\r\x1b\[K█{14}░{10} epoch 6\/10 · loss 0\.123 · validation loss 0\.750 · \d+ s left$/,
    );
    expect(terminal.written[1]).to.equal(
      '\r\x1b[K2 epochs, stopped early: loss 0.500, validation loss 0.600 (lowest 0.500 after 1 epoch), accuracy 90.0 %, validation accuracy 80.0 %\n',
    );
  });

  it('never fills the last column, where the terminal would break the line', () => {
    const terminal = recorder(30);
    const bar = terminalBar(terminal);
    bar.start?.({ epochs: 10, batches: 4, stop: () => {} });
    bar.progress?.(6, 4, 0.1234);
    expect(terminal.written[0].replace('\r\x1b[K', '')).to.have.length(29);
  });
});

describe('terminalRunsBar', () => {
  it('counts the epochs of runs that go on side by side', () => {
    const terminal = recorder(200);
    const bar = terminalRunsBar(terminal);
    const [a, b] = [
      { name: 'A', epochs: 4 },
      { name: 'B', epochs: 8 },
    ];
    bar.start?.({ total: 2, stop: () => {} });
    bar.progress?.({ done: 0, total: 2, recipe: b, seed: 1, epoch: 4 });
    expect(terminal.written[0]).to.match(/^\r\x1b\[K█{6}░{18} 0 of 2 runs · B, seed 1: epoch 4 · \d+ s left$/);
    bar.progress?.({ done: 1, total: 2, recipe: a, seed: 1, epoch: 4 });
    bar.end?.([runOf('A', 1, {}), runOf('B', 1, {})]);
    expect(terminal.written[1]).to.equal('\r\x1b[K2 runs: 2 recipes (A, B), 1 seed each\n');
  });
});
