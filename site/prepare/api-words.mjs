// a docstring as TypeDoc reads it → Markdown with links to public names and formulas set as such

import { nameText, signatureText, typeText } from './api-types.mjs';
import { withFormulas } from './formula.mjs';
import { escapeHtml } from './html.mjs';

/** The words of a docstring. `linkTo(name)` gives the address of a public name. */
export function prose(parts = [], linkTo) {
  const text = parts.map((part) => (part.kind === 'inline-tag' ? reference(part, linkTo) : part.text)).join('');
  return withFormulas(text.trim());
}

function reference({ text, target }, linkTo) {
  const href = linkTo(target?.name ?? text);
  return href ? `[\`${text}\`](${href})` : `\`${text}\``;
}

/** What goes into a function and what comes out, as a list. A class speaks for its constructor. */
export function inAndOut(signature, comment, linkTo) {
  const tags = comment?.blockTags ?? [];
  const inputs = (signature?.parameters ?? []).map((parameter) => {
    const tag = tags.find(({ tag, name }) => tag === '@param' && name === parameter.name);
    const words = prose(parameter.comment?.summary ?? tag?.content, linkTo);
    return words || typeHtml(parameter.type, linkTo).includes('href=') ? item(parameter, words, linkTo) : undefined;
  });
  const outputs = ['@returns', '@throws'].flatMap((kind) =>
    tags
      .filter(({ tag }) => tag === kind)
      .map(({ content }) => `- **${kind.slice(1)}** ${oneLine(prose(content, linkTo))}`),
  );
  return [...inputs, ...outputs].filter(Boolean).join('\n');
}

/** The examples of a docstring. TypeDoc puts a fence round those of one line, which have backticks of their own. */
export function examples(comment) {
  const tags = (comment?.blockTags ?? []).filter(({ tag }) => tag === '@example');
  return tags
    .map(({ content }) => content.map(({ text }) => text).join(''))
    .map((text) => text.replace(/^```ts\n`(.*)`\n```$/s, '```ts\n$1\n```'))
    .join('\n\n');
}

/** A list of properties, and of methods in one line each. */
export function members(list, linkTo) {
  return list
    .map((one) => (one.signatures ? methodItem(one, linkTo) : item(one, propertyWords(one, linkTo), linkTo)))
    .join('\n');
}

const propertyWords = ({ comment }, linkTo) => prose(comment?.summary, linkTo);

function item(one, words, linkTo) {
  const isToSay = one.variant === 'param' && !/default/i.test(words) && /^[^.{]+$/.test(one.defaultValue ?? '.');
  const otherwise = isToSay ? `(default \`${one.defaultValue}\`)` : '';
  const about = [words, otherwise].filter(Boolean).join(' ');
  return `- <code>${nameText(one)}: ${typeHtml(one.type, linkTo)}</code>${about && `: ${oneLine(about)}`}`;
}

function methodItem(method, linkTo) {
  const [signature] = method.signatures;
  const { comment, parameters = [] } = signature;
  const returned = comment?.blockTags.find(({ tag }) => tag === '@returns');
  const words = [
    prose(comment?.summary, linkTo),
    ...parameters
      .filter((one) => one.comment?.summary.length)
      .map((one) => `\`${one.name}\`: ${prose(one.comment.summary, linkTo)}`),
    returned && `Returns ${prose(returned.content, linkTo)}`,
  ];
  const sentences = words.filter(Boolean).map((sentence) => sentence.replace(/\.?$/, '.'));
  const call = signatureText(signature, nameText(method), Infinity);
  return `- \`${call}\`${sentences.length > 0 ? `: ${oneLine(sentences.join(' '))}` : ''}`;
}

/** A type, with links to the types of the library in it. */
export function typeHtml(type, linkTo) {
  return escapeHtml(typeText(type)).replace(/\b[A-Z]\w+/g, (name) => {
    const href = linkTo(name);
    return href ? `<a href="${href}">${name}</a>` : name;
  });
}

/** The words of an item, in which a line that begins like a list would be one. */
const oneLine = (words) => words.replace(/\n/g, ' ');
