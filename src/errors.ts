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
  if (typeof value === 'object' && value !== null) return `${value.constructor?.name ?? 'an object'}`;
  return String(value);
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
 * Holds that options have known names only: a misspelt one would do nothing, and nobody would be told.
 *
 * @param who opens the message
 * @throws OptionError that names the first unknown option and lists the known ones
 */
export function requireKnownNames(options: object, known: readonly string[], who: string): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new OptionError(`${who}: unknown option ${received(name)}; it knows ${known.join(', ')}`);
    }
  }
}
