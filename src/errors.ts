// Errors that teach: each message says the rule, what was received, and the remedy.

/** Thrown when the sizes of two things do not fit together. */
export class ShapeError extends Error {
  override name = 'ShapeError';
}

/** Thrown when an argument or an option is outside what its documentation allows. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/** A value as it stands in an error message: short, and with its type when the type is the mistake. */
export function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return value.name ? `function ${value.name}` : 'a function'; // a class is one too
  if (Array.isArray(value) && value.length <= 4) return `[${value.map(received).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `${value.constructor?.name ?? 'an object'}`;
  return String(value);
}

/** Whether something is a number in [0, 1). A text or null, which JavaScript compares like a number, is none. */
export function isFraction(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 1;
}

/**
 * Holds a rule about an option.
 *
 * @param holds whether the rule is kept
 * @param rule who sets the rule and what it is, e.g. `Dropout: rate must be in [0, 1)`
 * @param value what came instead
 * @param remedy what to do, e.g. `pass the fraction to drop, e.g. 0.5`
 * @throws OptionError `rule, received value; remedy`
 */
export function requireOption(holds: boolean, rule: string, value: unknown, remedy: string): asserts holds {
  if (!holds) throw new OptionError(`${rule}, received ${received(value)}; ${remedy}`);
}

/**
 * Throws if an option is unknown, since a misspelt option would be silently ignored.
 *
 * @param known the names of all options
 * @param who opens the message
 * @param remedy what to do about another name
 * @throws OptionError `who: options must be among …, received "lr"; check the spelling`
 */
export function requireKnownNames(
  options: object,
  known: readonly string[],
  who: string,
  remedy = 'check the spelling',
): void {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
  requireOption(isObject, `${who}: options must be an object`, options, `pass { ${known.join(', ')} }`);
  for (const name of Object.keys(options)) {
    requireOption(known.includes(name), `${who}: options must be among ${known.join(', ')}`, name, remedy);
  }
}
