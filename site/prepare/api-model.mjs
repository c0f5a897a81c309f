// src/node.ts → TypeDoc → the public names with what their docstrings say, folder by folder in the order of src/index.ts

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application, ReflectionKind, TSConfigReader } from 'typedoc';
import { root } from './paths.mjs';

/**
 * Reads the public names.
 *
 * @returns {Promise<import('typedoc').DeclarationReflection[]>} in the order in which src/index.ts and src/node.ts name them
 */
export async function readApi() {
  const app = await Application.bootstrap(
    {
      entryPoints: [join(root, 'src', 'node.ts')],
      tsconfig: join(root, 'src', 'tsconfig.json'),
      basePath: root,
      displayBasePath: root,
      readme: 'none',
      sort: ['source-order'],
      excludePrivate: true,
      excludeProtected: true,
      disableGit: true,
      sourceLinkTemplate: '{path}', // without git TypeDoc asks for one; pages name the file themselves
      skipErrorChecking: true, // `npm run lint` has checked the types
      logLevel: 'Error',
    },
    [new TSConfigReader()],
  );
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read src/node.ts; run npm run lint for the reason');
  app.validate(project);
  const contents = ['index.ts', 'node.ts'].map((name) => readFileSync(join(root, 'src', name), 'utf8')).join('\n');
  const place = ({ name }) => contents.search(new RegExp(`\\b${name}\\b(?=[^;]*from)`));
  return [...project.children].sort((a, b) => place(a) - place(b));
}

/** The file that declares a name, e.g. `src/layers/dense.ts`. */
export const fileOf = (reflection) => reflection.sources[0].fileName;

/** What a name is, as TypeScript says it. */
export const kindOf = (reflection) => kinds[reflection.kind] ?? 'constant';

const kinds = {
  [ReflectionKind.Class]: 'class',
  [ReflectionKind.Function]: 'function',
  [ReflectionKind.Interface]: 'interface',
  [ReflectionKind.TypeAlias]: 'type',
};
