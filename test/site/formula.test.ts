// a formula in a docstring → TeX

import { expect } from 'chai';

const formula = () => import('../../site/prepare/formula.mjs' as string);

describe('texOf', () => {
  const cases: [code: string, tex: string][] = [
    ['λ Σ|w|', '\\lambda \\sum \\vert w\\vert'],
    ['wᵢ ← wᵢ - η (gᵢ + λ sign(wᵢ))', 'w_i \\leftarrow w_i - \\eta (g_i + \\lambda \\operatorname{sign}(w_i))'],
    ['v̂ = v / (1 - β₂ᵗ)', '\\hat v = v / (1 - \\beta _2^t)'],
    ['‖v‖ = √Σvᵢ²', '\\Vert v\\Vert = \\sqrt{\\sum v_i^2}'],
    ['λ Σ_rows ‖w_row‖₂', '\\lambda \\sum _{\\text{rows}} \\Vert w_{\\text{row}}\\Vert _2'],
    ['y = x·w + b', 'y = x\\cdot w + b'],
    ['√v̂ + 1e-8', '\\sqrt{\\hat v} + 10^{-8}'],
  ];
  for (const [code, tex] of cases)
    it(`sets ${code}`, async () => {
      const { texOf } = await formula();
      expect(texOf(code).replace(/ +/g, ' ')).to.equal(tex);
    });

  it('leaves code, shapes and names as they are', async () => {
    const { texOf } = await formula();
    for (const code of [
      '(batch, units)',
      'test · n',
      'rng.split()',
      'fit',
      "trainAll({ 'λ': 1 })",
      'learning rate η',
      '1 - rate',
    ])
      expect(texOf(code), code).to.equal(undefined);
  });
});

describe('withFormulas', () => {
  it('changes code spans that are formulas, and nothing in a block of code', async () => {
    const { withFormulas } = await formula();
    expect(withFormulas('`2λw` of `w`\n\n```ts\nλ\n```')).to.equal('$2\\lambda w$ of `w`\n\n```ts\nλ\n```');
  });
});
