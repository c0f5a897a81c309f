// the public names of one folder → a page of the API reference, in Markdown

import { fileOf, kindOf } from './api-model.mjs';
import { signatureText, typeText } from './api-types.mjs';
import { examples, inAndOut, members, prose, typeHtml } from './api-words.mjs';

/** The text of a page. `linkTo(name)` gives the address of a public name. */
export function apiText(reflections, linkTo) {
  return reflections.map((one, i) => entry(one, reflections[i - 1], linkTo)).join('\n\n');
}

const bodies = { class: classText, function: functionText, interface: interfaceText, type: aliasText, constant };

function entry(reflection, before, linkTo) {
  const { name } = reflection;
  const kind = kindOf(reflection);
  return blocks(
    heading(before && isPart(reflection, before) ? '###' : '##', name),
    `<p class="api-source">${kind} in <code>${fileOf(reflection)}</code></p>`,
    ...bodies[kind](reflection, linkTo),
  );
}

/** Names differ in their capitals alone, as split and Split do: an anchor keeps them. */
const heading = (level, name) => `${level} ${name} {#${name}}`;

/** Whether options are those of the name before them, and not of the one that follows. */
const isPart = (options, before) =>
  options.name.endsWith('Options') &&
  (fileOf(before) === fileOf(options) || options.name.toLowerCase() === `${before.name}options`.toLowerCase());

function functionText({ name, signatures: [signature] }, linkTo) {
  return callText(name, signature, signature.comment, linkTo);
}

/** What can be called: what it does, how, with what, and an example. */
function callText(call, signature, comment, linkTo) {
  return [
    prose(comment?.summary, linkTo),
    signature && fence(signatureText(signature, call)),
    inAndOut(signature, comment, linkTo),
    examples(comment),
  ];
}

function classText({ name, flags, comment, children, extendedTypes = [] }, linkTo) {
  const made = children.find((child) => child.name === 'constructor'); // none where a function makes it
  const own = children.filter((child) => child !== made && !child.flags.isInherited);
  const methods = own.filter(({ signatures }) => signatures);
  const told = methods.filter(({ signatures: [signature] }) => isTold(signature));
  const others = methods.filter((method) => !told.includes(method)).map((method) => `\`${method.name}\``);
  const parents = extendedTypes.map((type) => typeHtml(type, linkTo)).join(', ');
  return [
    ...callText(`new ${name}`, flags.isAbstract ? undefined : made?.signatures[0], comment, linkTo),
    parents && `Extends ${parents}${others.length > 0 ? `, where ${others.join(', ')} are described` : ''}.`,
    propertyText(
      own.filter((child) => !child.signatures && isTold(child)),
      linkTo,
    ),
    ...told.map((method) => methodText(name, method, linkTo)),
  ];
}

const propertyText = (properties, linkTo) => properties.length > 0 && `Properties:\n\n${members(properties, linkTo)}`;

/** Whether a member says something that its base class does not. */
function isTold(member) {
  const base = (member.overwrites ?? member.implementationOf)?.reflection;
  const words = (one) =>
    JSON.stringify([one?.comment?.summary, one?.comment?.blockTags?.map(({ content }) => content)]);
  return Boolean(member.comment) && words(member) !== words(base);
}

function methodText(owner, { name, flags, signatures: [signature] }, linkTo) {
  const call = flags.isStatic ? `${owner}.${name}` : name;
  return blocks(heading('###', `${owner}.${name}`), ...callText(call, signature, signature.comment, linkTo));
}

function interfaceText({ comment, children = [], extendedTypes = [] }, linkTo) {
  const own = children.filter((child) => !child.flags.isInherited);
  const parents = extendedTypes.map((type) => typeHtml(type, linkTo)).join(', ');
  return [prose(comment?.summary, linkTo), parents && `Has all of ${parents}, and:`, members(own, linkTo)];
}

function aliasText({ name, comment, type, typeParameters = [] }, linkTo) {
  const generics = typeParameters.length > 0 ? `<${typeParameters.map((one) => one.name).join(', ')}>` : '';
  return [prose(comment?.summary, linkTo), fence(`type ${name}${generics} = ${typeText(type)}`)];
}

function constant({ name, comment, type }, linkTo) {
  return [prose(comment?.summary, linkTo), fence(`const ${name}: ${contentsText(type)}`), examples(comment)];
}

/** What a constant is; of a large object the names alone. */
function contentsText(type) {
  const text = typeText(type);
  const names = type.declaration?.children?.map((child) => `  '${child.name}': …;\n`);
  return text.length > 300 && names ? `{\n${names.join('')}}` : text;
}

const fence = (code) => `\`\`\`ts\n${code}\n\`\`\``;
const blocks = (...parts) => parts.filter(Boolean).join('\n\n');
