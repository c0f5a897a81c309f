// Text → HTML.

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that says the same inside of an element or of an attribute in double quotes. */
export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (letter) => entities[letter]);
}
