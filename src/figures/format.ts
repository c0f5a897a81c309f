// numbers → words, for titles, tables and alternative texts.

/** `0.8251` → `82.5 %` */
export function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

/** `0.41237` → `0.412` */
export function three(value: number): string {
  return value.toFixed(3);
}

/** With its sign: `+2.31` → `+2.3`, with a true minus. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

/** `['a', 'b', 'c']` → `a, b and c` */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Rounded to so many digits after the point: shorter in a file, and no eye sees the difference. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
