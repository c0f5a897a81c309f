// options ↔ a link that opens the page with them.

/** The address with the options of a figure in it, e.g. `?race-seed=7&race-noise=0.3`. */
export function linkWith(address: string, prefix: string, options: Record<string, number>, anchor: string): string {
  const link = new URL(address);
  for (const [name, value] of Object.entries(options)) link.searchParams.set(`${prefix}-${name}`, String(value));
  if (anchor) link.hash = anchor;
  return link.href;
}

/** The options that an address has for a figure. */
export function optionsIn(address: string, prefix: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, text] of new URL(address).searchParams) {
    const value = Number(text);
    if (name.startsWith(`${prefix}-`) && text.trim() !== '' && Number.isFinite(value))
      found[name.slice(prefix.length + 1)] = value;
  }
  return found;
}
