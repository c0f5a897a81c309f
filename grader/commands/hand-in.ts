// npm run hand-in → hand-in.zip with the exercises, and nothing else

import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { CourseError, loadCourse } from '../course';
import { gradeClass } from '../run/grade-class';
import { oneHandIn } from '../hand-ins/layout';
import type { Status } from '../run/result';
import { courseRoot } from '../course-root';
import { strongestLevel } from '../sandbox/level';
import { readSubmission } from '../hand-ins/submission';
import { writeWhole } from './write-whole';

const target = 'hand-in.zip';

async function main(): Promise<void> {
  const [surplus] = process.argv.slice(2);
  if (surplus !== undefined)
    throw new CourseError(`hand-in takes no arguments, received ${surplus}; it packs exercises/ into ${target}`);
  needFolder();
  const course = loadCourse();
  const folder = join(courseRoot, 'exercises');
  const { submissions } = await gradeClass(course, [oneHandIn(folder)], { seed: '1', level: strongestLevel() });
  const tasks = (status: Status) =>
    submissions[0].exercises.flatMap(({ slug, tasks: all }) =>
      all.filter((task) => task.status === status).map(({ id, export: name }) => `  ${slug}, task ${id} (${name})`),
    );
  const open = tasks('untouched');
  if (open.length > 0) console.log(`${open.length} tasks are untouched:\n${open.join('\n')}`);

  // What is packed is what was graded, under the name that it should have.
  const submission = await readSubmission(
    folder,
    course.entries.map(({ exercise }) => exercise),
  );
  const zip = new ZipFile();
  const missing: string[] = [];
  for (const { slug } of course.entries) {
    const source = submission.source(slug);
    if ('problem' in source) missing.push(source.problem);
    // The same answers give the same bytes: no dates, no owner.
    else
      zip.addBuffer(Buffer.from(source.text), `exercises/${slug}.ts`, { mtime: new Date(2000, 0, 1), mode: 0o100644 });
    if ('note' in source) console.log(source.note);
  }
  zip.end();
  writeWhole(join(courseRoot, target), await buffer(zip.outputStream));
  console.log(`${target} holds ${course.entries.length - missing.length} exercises`);
  if (missing.length > 0) throw new CourseError(`NOT in ${target}:\n  ${missing.join('\n  ')}`);
}

/** Checks, before anything is graded, that the zip file can be written here: the copy may be somebody else's, or on a read-only disk. */
function needFolder(): void {
  try {
    accessSync(courseRoot, constants.W_OK);
  } catch (error) {
    throw new CourseError(
      `${target} cannot be written into ${courseRoot} (${(error as NodeJS.ErrnoException).code}): you may not write there. Copy the course with your answers into a folder of your own and hand in from there`,
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
