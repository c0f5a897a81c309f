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

/** How many digits after the point tell a hundredth of a span: 2 for a span of 1 or more, all for none. */
export function digitsOf(span: number): number {
  let digits = 2;
  for (let unit = 1; unit > span && digits < 100; unit /= 10) digits++;
  return digits;
}

/** Rounded to so many digits after the point: shorter in a file, and no eye sees the difference. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(Math.min(digits, 100)));
}
