// A result → the Markdown below a cell

import { expect } from 'chai';
import { markdownReport } from '../../../grader/reports/markdown';

describe('what check() shows', () => {
  it('makes no Markdown and no HTML of the texts of a submission', () => {
    const hostile = '`<script>`|$x$\n# **b** [l](javascript:1)';
    const text = markdownReport('T', {
      slug: '01-x',
      score: 0,
      points: 1,
      tasks: [
        {
          id: 1,
          export: 'f',
          points: 1,
          score: 0,
          status: 'wrong',
          diagnosis: hostile,
          cases: [{ title: hostile, hidden: false, status: 'wrong', message: hostile, received: hostile }],
        },
      ],
    });
    const outsideCode = text.replace(/(`+).*?[^`]\1(?!`)/g, '');
    expect(outsideCode).not.to.match(/<script>|\[l\]|^# /m);
  });
});
