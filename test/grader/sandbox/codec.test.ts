// The wire format: whatever a child writes is read as data

import { expect } from 'chai';
import * as fc from 'fast-check';
import { decode, ReplyError } from '../../../grader/sandbox/codec';

describe('decode', () => {
  it('ends with a value or a ReplyError for any JSON', () => {
    const tag = fc.constantFrom(
      'undefined',
      'number',
      'bigint',
      'same',
      'opaque',
      'function',
      'array',
      'typed',
      'date',
      'error',
      'map',
      'set',
      'object',
      'hole',
      'x',
    );
    const { node } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
      list: fc.array(tie('node'), { maxLength: 3 }),
      tagged: fc.record(
        {
          $: tag,
          i: fc.integer({ min: 0, max: 3 }),
          v: fc.oneof(tie('leaf'), tie('list')),
          type: fc.constantFrom('Float64Array', 'constructor'),
        },
        { requiredKeys: ['$'] },
      ),
      node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('tagged')),
    }));
    fc.assert(
      fc.property(node, (json) => {
        try {
          decode(json);
        } catch (error) {
          expect(error).to.be.instanceOf(ReplyError);
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
