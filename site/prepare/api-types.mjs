// types and signatures of TypeDoc → the text that a TypeScript file would hold

/** A type, e.g. `readonly number[] | Record<string, History>`. */
export function typeText(type) {
  if (!type) return 'void';
  switch (type.type) {
    case 'array':
      return `${inBrackets(type.elementType)}[]`;
    case 'union':
      return type.types.map((one) => (isFunction(one) ? `(${typeText(one)})` : typeText(one))).join(' | ');
    case 'intersection':
      return type.types.map(typeText).join(' & ');
    case 'tuple':
      return `[${type.elements.map(typeText).join(', ')}]`;
    case 'typeOperator':
      return `${type.operator} ${typeText(type.target)}`;
    case 'literal':
      return typeof type.value === 'string' ? `'${type.value}'` : String(type.value);
    case 'reference':
      return referenceText(type);
    case 'reflection':
      return objectText(type.declaration);
    default:
      return type.toString();
  }
}

/** A named type, without the arguments that are its defaults: `Tensor`, not `Tensor<Shape>`. */
function referenceText({ name, typeArguments = [], reflection }) {
  const defaults = reflection?.typeParameters?.map((one) => one.default && typeText(one.default)) ?? [];
  const said = typeArguments.map(typeText);
  while (said.length > 0 && said.at(-1) === defaults[said.length - 1]) said.pop();
  return said.length > 0 ? `${name}<${said.join(', ')}>` : name;
}

const isFunction = ({ declaration }) => Boolean(declaration?.signatures) && !declaration.children;

const inBrackets = (type) =>
  ['union', 'intersection', 'typeOperator'].includes(type.type) || isFunction(type)
    ? `(${typeText(type)})`
    : typeText(type);

/** `{ l1?: number; l2?: number }`, or `(x: Tensor) => Tensor`. */
function objectText({ children = [], signatures = [], indexSignatures = [] }) {
  if (signatures.length > 0 && children.length === 0)
    return `(${parametersText(signatures[0])}) => ${typeText(signatures[0].type)}`;
  const fields = children.map((child) =>
    child.signatures ? signatureText(child.signatures[0], child.name) : `${nameText(child)}: ${typeText(child.type)}`,
  );
  const indexed = indexSignatures.map(
    ({ parameters, type }) => `[${parameters[0].name}: ${typeText(parameters[0].type)}]: ${typeText(type)}`,
  );
  return `{ ${[...fields, ...indexed].join('; ')} }`;
}

/** `name?` of what may be left out. */
export const nameText = (one) =>
  `${one.name === '__namedParameters' ? unpackedName(one.type) : one.name}${isOptional(one) ? '?' : ''}`;

const isOptional = ({ flags, variant, defaultValue }) =>
  flags.isOptional || (variant === 'param' && defaultValue !== undefined);

/** What to call an argument that a function takes apart at once: `split` for a Split, `options` for options. */
const unpackedName = ({ name = 'Options' }) => (name.endsWith('Options') ? 'options' : name.toLowerCase());

/** `fit(model: Sequential, train: Examples, options: FitOptions): Promise<History>`, in several lines when it is wide. */
export function signatureText(signature, name, width = 80) {
  const generics = signature.typeParameters?.map(genericText).join(', ');
  const head = `${name}${generics ? `<${generics}>` : ''}`;
  const result = name.startsWith('new ') ? '' : `: ${typeText(signature.type)}`;
  const line = `${head}(${parametersText(signature)})${result}`;
  if (line.length <= width) return line;
  const parameters = signature.parameters.map((parameter) => `  ${parameterText(parameter)},\n`).join('');
  return `${head}(\n${parameters})${result}`;
}

const genericText = ({ name, type, default: otherwise }) =>
  `${name}${type ? ` extends ${typeText(type)}` : ''}${otherwise ? ` = ${typeText(otherwise)}` : ''}`;

const parametersText = ({ parameters = [] }) => parameters.map(parameterText).join(', ');

const parameterText = (parameter) =>
  `${parameter.flags.isRest ? '...' : ''}${nameText(parameter)}: ${typeText(parameter.type)}`;
