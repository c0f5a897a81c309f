// names, attributes, children → elements of HTML and SVG: what the live figures are made of.

type Attributes = Record<string, string | number>;

/** An element of HTML. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

/** An element of SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

/** Sets attributes. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

const widths = new WeakMap<Element, number>();
const sizes = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) widths.set(target, contentRect.width);
});

/** The width of an element in pixels, as the page was last laid out: asking for it does not lay the page out again. */
export function widthOf(element: Element): number {
  const known = widths.get(element);
  if (known) return known;
  sizes.observe(element);
  return element.clientWidth;
}
