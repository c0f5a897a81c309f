// A mistake → the message it must get.

import { expect } from 'chai';

/**
 * Holds that `mistake` throws (or rejects with) an error of this name whose message says the rule, what was received and
 * what to do about it, and holds `texts`.
 */
export async function expectLesson(
  mistake: () => unknown,
  name: 'OptionError' | 'ShapeError',
  ...texts: string[]
): Promise<void> {
  let caught: unknown;
  try {
    await mistake();
  } catch (error) {
    caught = error;
  }
  expect(caught, 'nothing was thrown').to.be.instanceOf(Error);
  const { message, name: actual } = caught as Error;
  expect(actual, message).to.equal(name);
  expect(message).to.match(/^\S.*: [^]+, received [^]+; [^]+$/);
  for (const text of texts) expect(message).to.contain(text);
}
