// folder of a course → its exercises: course.json says which, test/exercises/ how they are graded, solutions/ the answers

import Module from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Exercise } from './spec/exercise';
import { courseRoot } from './course-root';

export interface CourseEntry {
  slug: string;
  title: string;
  notebook?: string;
  exercise: Exercise;
  /** The file as it is handed out; what is in `exercises/` holds the learner's answers by and by. */
  stub: string;
  /** Text of the reference; undefined in a copy that comes without solutions. */
  solution: string | undefined;
}

export interface Course {
  name: string;
  folder: string;
  entries: CourseEntry[];
}

/** Thrown when a course folder is not one. */
export class CourseError extends Error {
  override name = 'CourseError';
}

/**
 * Loads the exercises of a course folder: `course.json`, `test/exercises/SLUG.spec.ts`, `solutions/SLUG.ts`.
 *
 * @param folder default: this clone
 * @param only slugs or their numbers, e.g. `['04']` or `['4']`; default: all
 * @throws CourseError says what is missing
 */
export function loadCourse(folder = courseRoot, only: string[] = []): Course {
  const root = resolve(folder);
  const listing = join(root, 'course.json');
  if (!existsSync(listing))
    throw new CourseError(`${root} is not a course: it has no course.json; give the folder with that file`);
  const { name, exercises } = JSON.parse(readFileSync(listing, 'utf8')) as { name: string; exercises: CourseEntry[] };
  const isCalled = (slug: string, one: string) => slug === one || slug.startsWith(`${one.padStart(2, '0')}-`);
  const unknown = only.filter((one) => !exercises.some(({ slug }) => isCalled(slug, one)));
  if (unknown.length > 0) {
    throw new CourseError(
      `no exercise is called ${unknown.join(', ')}; there are ${exercises.map(({ slug }) => slug).join(', ')}`,
    );
  }
  const chosen = exercises.filter(({ slug }) => only.length === 0 || only.some((one) => isCalled(slug, one)));
  return { name, folder: root, entries: chosen.map((entry) => loadEntry(root, entry)) };
}

function loadEntry(root: string, { slug, title, notebook }: CourseEntry): CourseEntry {
  const spec = join(root, 'test', 'exercises', `${slug}.spec.ts`);
  if (!existsSync(spec)) throw new CourseError(`${slug} has no spec: ${spec} is missing`);
  const exercise = answerFromThisClone(root, () => require(spec).default as Exercise);
  if (exercise?.slug !== slug) throw new CourseError(`${spec} must export default exercise({ slug: '${slug}', … })`);
  const solution = join(root, 'solutions', `${slug}.ts`);
  return {
    slug,
    title,
    notebook,
    exercise,
    stub: readFileSync(stubFile(root, slug), 'utf8'),
    solution: existsSync(solution) ? readFileSync(solution, 'utf8') : undefined,
  };
}

/** The copy of a stub that nobody edits; in a course without one, the exercise itself. */
export function stubFile(root: string, slug: string): string {
  const copy = join(root, 'test', 'mutants', slug, 'stub.ts');
  return existsSync(copy) ? copy : join(root, 'exercises', `${slug}.ts`);
}

type Resolve = (request: string, parent: { filename?: string } | undefined, ...rest: unknown[]) => string;
const loader = Module as unknown as { _resolveFilename: Resolve };

/**
 * A course elsewhere has neither `grader/` nor `node_modules/`: while its specs load, `../../grader/…`, `chai` and other
 * packages are those of this clone.
 */
function answerFromThisClone<T>(root: string, load: () => T): T {
  if (root === courseRoot) return load();
  const original = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, ...rest) {
    const from = parent?.filename;
    if (!from || !from.startsWith(root + sep)) return original.call(this, request, parent, ...rest);
    const target = relative(root, resolve(from, '..', request));
    const isOurs = request.startsWith('.') && target.split(sep)[0] === 'grader' && !existsSync(join(root, 'grader'));
    if (isOurs) return original.call(this, join(courseRoot, target), parent, ...rest);
    try {
      return original.call(this, request, parent, ...rest);
    } catch (error) {
      if (request.startsWith('.')) throw error;
      return original.call(
        this,
        request,
        { ...parent, filename: join(courseRoot, 'course.json'), paths: [join(courseRoot, 'node_modules')] },
        ...rest,
      );
    }
  };
  try {
    return load();
  } finally {
    loader._resolveFilename = original;
  }
}
