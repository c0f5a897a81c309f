// npm run hand-in → hand-in.zip with the exercises, and nothing else

import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { CourseError, loadCourse } from './course';
import { gradeClass } from './grade-class';
import { oneHandIn } from './hand-ins/layout';
import { courseRoot } from './root';
import { strongestLevel } from './sandbox/level';

const target = 'hand-in.zip';

async function main(): Promise<void> {
  const [surplus] = process.argv.slice(2);
  if (surplus !== undefined)
    throw new CourseError(`hand-in takes no arguments, received ${surplus}; it packs exercises/ into ${target}`);
  const course = loadCourse();
  const folder = join(courseRoot, 'exercises');
  const { submissions } = await gradeClass(course, [oneHandIn(folder)], { seed: '1', level: strongestLevel() });
  const open = submissions[0].exercises.flatMap(({ slug, tasks }) =>
    tasks
      .filter(({ status }) => status === 'untouched' || status === 'missing')
      .map(({ id, export: name }) => `  ${slug}, task ${id} (${name})`),
  );
  if (open.length > 0) console.log(`${open.length} tasks are untouched:\n${open.join('\n')}`);

  const zip = new ZipFile();
  const files = course.entries.map(({ slug }) => `${slug}.ts`).filter((file) => existsSync(join(folder, file)));
  // The same answers give the same bytes: no dates, no owner.
  for (const file of files)
    zip.addBuffer(readFileSync(join(folder, file)), `exercises/${file}`, {
      mtime: new Date(2000, 0, 1),
      mode: 0o100644,
    });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(courseRoot, target)));
  console.log(`${target} holds ${files.length} exercises`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
