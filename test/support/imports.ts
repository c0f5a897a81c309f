// folder of sources → what each file imports, types included, and the circles of it

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** Relative to the folder, with slashes. */
  name: string;
  text: string;
  /** What it imports, types included, as it is written. */
  imports: string[];
  /** The same without what is there for types only, and so is gone at run time. */
  loads: string[];
}

/** The files of a folder and of the folders in it that have one of the endings. */
export function sourceFiles(root: string, endings = ['.ts']): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { name: file.split(sep).join('/'), text, imports: importsOf(text), loads: importsOf(text, false) };
    });
}

export function importsOf(text: string, withTypes = true): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (withTypes || !isForTypes(node)) found.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
    ) {
      found.push((node.arguments[0] as ts.StringLiteral).text ?? node.arguments[0].getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true));
  return found;
}

function isForTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const names = clause.namedBindings;
  return (
    clause.isTypeOnly ||
    (!clause.name && names !== undefined && ts.isNamedImports(names) && names.elements.every((one) => one.isTypeOnly))
  );
}

/** The file that an import means, relative to the folder and without `.ts`; undefined for packages. */
export function target(file: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(file), from).replace(/\.ts$/, '') : undefined;
}

/** Files that import themselves through others, types counted: a line for each circle. */
export function circles(files: SourceFile[]): string[] {
  const next = new Map(
    files.map(({ name, imports }) => [name.replace(/\.ts$/, ''), imports.flatMap((one) => target(name, one) ?? [])]),
  );
  const finished = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (finished.has(file) || trail.includes(file)) return;
    for (const other of next.get(file) ?? []) walk(other, [...trail, file]);
    finished.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
