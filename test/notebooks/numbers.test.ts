// notebooks/*.ipynb: what the prose says in digits is what a run printed, and a digit that changes is noticed

import { expect } from 'chai';
import { basename } from 'node:path';
import { allNotebooks, type Cell } from '../support/notebooks';
import {
  bindings,
  complaint,
  mutated,
  numbersIn,
  proseOf,
  significantDigits,
  type Binding,
  type State,
} from './numbers';

const markdown = (source: string, given?: string[]): Cell => ({
  cell_type: 'markdown',
  id: 'text',
  metadata: given ? { holdout: { given } } : {},
  source,
  outputs: [],
});
const code = (source: string, ...printed: string[]): Cell => ({
  cell_type: 'code',
  id: 'code',
  metadata: {},
  source,
  outputs: printed.map((text) => ({ output_type: 'stream', name: 'stdout', text })),
});
const states = (...cells: Cell[]) => bindings(cells).map(({ number, state }) => `${number.text} ${state}`);
const statesOf = (prose: string, printed: string) => states(markdown('## A?'), code('', printed), markdown(prose));

/** The moves of a last digit by one, up and down, of all bound numbers of two digits or more; and those that pass. */
function mutants(all: Binding[]): { made: number; passed: string[] } {
  const long = all.filter(({ state, number }) => state === 'bound' && significantDigits(number) >= 2);
  const passed = long.flatMap(({ cell, number, judge }) =>
    ([1, -1] as const)
      .map((by) => mutated(number, by))
      .filter((mutant) => judge(mutant) !== 'loose')
      .map((mutant) => `${cell}: ${mutant.value} for ${number.text}`),
  );
  return { made: 2 * long.length, passed };
}

describe('numbersIn', () => {
  const values = (text: string) => numbersIn(text).map(({ value }) => value);

  it('reads signs, thousands, powers of ten and halves', () => {
    expect(values('−0.5, -3, +2, ±1, .25, 1,280, 1e-7, 2·10⁻³, 10⁻⁴, 3², ½')).to.deep.equal([
      -0.5, -3, 2, 1, 0.25, 1280, 1e-7, 0.002, 0.0001, 9, 0.5,
    ]);
    expect(values('10\u202f000')).to.deep.equal([10000]);
  });

  it('takes a hyphen between digits for a range, and digits in a name for no number', () => {
    expect(values('3-7, 64-128, n-1, L2, float64, w2')).to.deep.equal([3, 7, 64, 128, 1]);
  });

  it('knows which numbers count per cent or points, and which are the ends of an interval', () => {
    expect(numbersIn('1.4 to 2.6 points, 3 seeds, 31 %').map(({ percent }) => percent)).to.deep.equal([
      true,
      true,
      false,
      true,
    ]);
    expect(numbersIn('2.0 [1.0, 2.9]').map(({ interval }) => interval)).to.deep.equal([false, true, true]);
  });
});

describe('proseOf', () => {
  it('leaves out code, math, tags, addresses and the numbers of chapters, lists and rows', () => {
    const source = [
      '# 05 · Title 1',
      '## 2. Exhibit 2',
      '```mermaid\na --> 91\n```',
      '1. `x = 92` and ``93 ` 94``, $95$ and $$\n96\n$$',
      '| 97 name | 3 |',
      '<div class="alert-98">4</div>',
      '[05](05-l2.ipynb), [06 · Next](06-dropout.ipynb), [all 5](https://example.org/99), https://example.org/90',
    ].join('\n');
    expect(numbersIn(proseOf(source)).map(({ value }) => value)).to.deep.equal([1, 2, 3, 4, 5]);
  });
});

describe('bindings', () => {
  it('bind a number to what was printed, rounded to the digits quoted', () => {
    expect(statesOf('0.32, 0.315, 0.33 and 0.3150', 'loss 0.3151')).to.deep.equal([
      '0.32 bound',
      '0.315 bound',
      '0.33 loose',
      '0.3150 loose',
    ]);
  });

  it('do not let the prose say more digits than were printed, nor round to whole numbers', () => {
    expect(statesOf('0.30 and 83 of 100', '0.3 82.8 100')).to.deep.equal(['0.30 loose', '83 loose', '100 bound']);
  });

  it('know the same share as a fraction, per cent and in points', () => {
    expect(statesOf('31 % or 0.310, 31.0 points', '0.310')).to.not.include.members(['31 loose']);
    expect(statesOf('31 %, 31.0 points, 31 seeds', '0.310')).to.deep.equal(['31 bound', '31.0 bound', '31 loose']);
    expect(statesOf('0.31', '31 %')).to.deep.equal(['0.31 bound']);
  });

  it('let the prose drop a sign, but not turn it', () => {
    expect(statesOf('0.2 −0.2 +0.2', '-0.2')).to.deep.equal(['0.2 bound', '−0.2 bound', '+0.2 loose']);
  });

  it('bind the ends of an interval to an interval only', () => {
    expect(statesOf('2.0 [1.0, 2.9]', '2.0 [1.0, 2.9]')).to.deep.equal(['2.0 bound', '1.0 bound', '2.9 bound']);
    expect(statesOf('2.9 points', '2.0 [1.0, 2.9]')).to.deep.equal(['2.9 loose']);
    expect(statesOf('an interval up to 2.9 points', '2.0 [1.0, 2.9]')).to.deep.equal(['2.9 bound']);
  });

  it('take a list of two numbers in code for two numbers', () => {
    expect(states(markdown('## A?\n\n0.01 and 0.5'), code('const [eta, g] = [0.01, 0.5];'))).to.deep.equal([
      '0.01 bound',
      '0.5 bound',
    ]);
  });

  it('take the code and the outputs of the same section and of the cells before the first, alternative texts included', () => {
    const figure = { output_type: 'display_data', data: { 'text/plain': 'Lowest 0.411 at 14.' } };
    expect(
      states(
        code('const samples = 1_280;'),
        markdown('## A?\n\n1,280 of 0.411 in epoch 14, not 77'),
        { ...code(''), outputs: [figure] },
        markdown('## B?\n\n1,280 of 0.411, and 77'),
        code('show(77);', 'done'),
      ),
    ).to.deep.equal(['1,280 bound', '0.411 bound', '14 bound', '77 loose', '1,280 bound', '0.411 loose', '77 bound']);
  });

  it('bind a section without outputs, as the recap, to the whole notebook', () => {
    expect(states(markdown('## A?'), code('', '0.411'), markdown('## In five lines\n\n0.411, 0.412'))).to.deep.equal([
      '0.411 bound',
      '0.412 loose',
    ]);
  });

  it('let a cell declare what is given, in that cell only', () => {
    expect(
      states(markdown('Srivastava 2014, 20-128-64-2', ['2014', '20-128-64-2']), markdown('In 2014')),
    ).to.deep.equal(['2014 given', '20 given', '128 given', '64 given', '2 given', '2014 loose']);
  });

  it('notice every change of a last digit', () => {
    const cells = [
      markdown('## A?'),
      code('', '0.411 1,280 5.91e-7 93.4 % 40'),
      markdown('0.41, 1,280, 5.9e-7, 93.4 %, 40'),
    ];
    expect(mutants(bindings(cells))).to.deep.equal({ made: 10, passed: [] });
    for (const wrong of ['0.42', '0.40', '1,281', '6.0e-7', '93.5 %', '39'])
      expect(statesOf(wrong, cells[1].outputs[0].text!)[0]).to.match(/ loose$/);
  });

  it('say which number of which cell nothing binds, what is near, and what to do', () => {
    const [loose] = bindings([markdown('## A?'), code('', '0.411 and 7'), markdown('The loss fell to 0.412.')]);
    expect(complaint('08-five-models.ipynb', loose)).to.match(
      /^08-five-models.ipynb, cell text: the prose says 0.412 .*fell to 0.412.* nearest: 0.411, 7\. .*given\.$/,
    );
  });
});

describe('the prose of the notebooks', () => {
  const course = allNotebooks().map(({ file, notebook }) => ({ name: basename(file), all: bindings(notebook.cells) }));

  for (const { name, all } of course) {
    it(`${name} says no number that its run did not print`, () => {
      const loose = all.filter(({ state }) => state === 'loose').map((binding) => complaint(name, binding));
      expect(loose, `\n${loose.join('\n')}\n`).to.have.length(0);
    });
  }

  for (const { name, all } of course) {
    it(`${name} notices when the last digit of a number moves by one`, () => {
      const { made, passed } = mutants(all);
      // Two results that lie one digit apart cannot be told apart by their values.
      expect(passed.length, passed.join('\n')).to.be.at.most(Math.ceil(0.15 * made));
    });
  }

  it('notices nine of ten such moves over the whole course', () => {
    const counts = course.map(({ all }) => mutants(all));
    const made = counts.reduce((sum, count) => sum + count.made, 0);
    const passed = counts.flatMap((count) => count.passed);
    expect(made).to.be.above(300);
    expect(passed.length / made, passed.join('\n')).to.be.below(0.1);
  });

  it('is bound more than given', () => {
    const all = course.flatMap((notebook) => notebook.all);
    const count = (state: State) => all.filter((binding) => binding.state === state).length;
    expect(count('given')).to.be.below(0.2 * count('bound'));
  });
});
