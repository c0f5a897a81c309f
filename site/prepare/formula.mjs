// a formula as a docstring writes it, `λ Σ|w|` → TeX, \lambda \sum \vert w\vert, for the pages that set mathematics

const signs = {
  λ: '\\lambda ',
  η: '\\eta ',
  β: '\\beta ',
  ε: '\\varepsilon ',
  σ: '\\sigma ',
  π: '\\pi ',
  Σ: '\\sum ',
  '∂': '\\partial ',
  '½': '\\tfrac12 ',
  '·': '\\cdot ',
  '×': '\\times ',
  '←': '\\leftarrow ',
  '±': '\\pm ',
  '≥': '\\ge ',
  '≤': '\\le ',
  '‖': '\\Vert ',
  '|': '\\vert ',
  ' ': ' ',
};
const superscripts = { '²': '2', '³': '3', ᵗ: 't' };
const subscripts = { '₀': '0', '₁': '1', '₂': '2', ᵢ: 'i', ⱼ: 'j' };
const accents = { '\u0302': '\\hat', '\u0304': '\\bar' };
const functions = new Set(['exp', 'log', 'sign', 'softmax', 'penalty']);

/** What only mathematics has; `(n, features)` and `test · n` have none of it and stay code. */
const mathematical = /[Σ√‖½∂←±ληβε₀₁₂ᵢⱼ²³ᵗ\u0302\u0304]|·.* = | = .*·/u;

const token =
  /(?<number>\d+(?:\.\d+)?(?:e-?\d+)?)|(?<root>√[^\s()[\],/·]+)|(?<accented>[A-Za-z][\u0302\u0304])|(?<index>_[A-Za-z]+)|(?<word>[A-Za-z][A-Za-z0-9]+|[A-Za-z])|(?<plain>[-+/=(),.[\]])|(?<sign>.)/gsu;

/**
 * @param {string} code the text between the backticks
 * @returns {string | undefined} TeX; nothing when it is not a formula, or holds a sign that is not known here
 */
export function texOf(code) {
  return mathematical.test(code) && !isPhrase(code) ? translate(code) : undefined;
}

/** Whether two names stand side by side, as in `learning rate η`. */
const isPhrase = (code) =>
  [...code.matchAll(/([A-Za-z]{2,}) (?=[A-Za-z]{2,})/g)].some(([, word]) => !functions.has(word));

function translate(code) {
  let tex = '';
  for (const { groups } of code.matchAll(token)) {
    const piece = translateToken(groups);
    if (piece === undefined) return undefined;
    tex += piece;
  }
  return tex.trim();
}

function translateToken({ number, root, accented, index, word, plain, sign }) {
  if (number) return number.includes('e') ? number.replace(/^1e(.*)$/, '10^{$1}') : number;
  if (root) {
    const inside = translate(root.slice(1));
    return inside && `\\sqrt{${inside}}`;
  }
  if (accented) return `${accents[accented[1]]} ${accented[0]}`;
  if (index) return `_{\\text{${index.slice(1)}}}`;
  if (word) return word.length === 1 ? word : functions.has(word) ? `\\operatorname{${word}}` : `\\mathit{${word}}`;
  if (plain) return plain;
  if (sign in superscripts) return `^${superscripts[sign]}`;
  if (sign in subscripts) return `_${subscripts[sign]}`;
  return signs[sign];
}

/** Markdown in which the code spans that are formulas are set as mathematics. */
export function withFormulas(markdown) {
  return markdown.replace(/(?<!`)`([^`\n]+)`(?!`)/g, (span, code) => {
    const tex = texOf(code);
    return tex === undefined ? span : `$${tex}$`;
  });
}
