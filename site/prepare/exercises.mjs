// course.json, test/exercises/, stubs → a page for each exercise and one that lists them
//
// A page says what its spec and its stub say, whatever answers are in exercises/: the tasks, what is checked, and the hints one inside the other. The solution is
// a file beside the page, which the page fetches when a learner asks for it.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { escapeMarkdown, exercisePage } from './exercise-page.mjs';
import { emptyFolder, writeFile, writePage } from './files.mjs';
import { docs, publicFiles, root } from './paths.mjs';
import { readStub } from './stubs.mjs';

export function prepare() {
  const pages = emptyFolder(join(docs, 'exercises'));
  const files = emptyFolder(join(publicFiles, 'exercises'));
  const exercises = readExercises();
  const index = indexPage(exercises);
  writePage(join(pages, 'index.md'), index.frontMatter, index.text);
  for (const exercise of exercises) {
    const { frontMatter, text } = exercisePage(exercise);
    writePage(join(pages, `${exercise.slug}.md`), frontMatter, text);
    // The mark tells a browser that the Greek letters are UTF-8, whatever the host says.
    writeFile(join(files, exercise.slug, 'solution.txt'), `\uFEFF${exercise.solution}`);
  }
}

/** The exercises of the course with their stubs, their specs loaded as the grader loads them. */
export function readExercises() {
  const require = createRequire(join(root, 'package.json'));
  const unregister = require('tsx/cjs/api').register();
  try {
    return require('./grader/course.ts')
      .loadCourse()
      .entries.map((entry) => ({
        ...entry,
        number: entry.slug.slice(0, 2),
        points: entry.exercise.tasks.reduce((sum, { points }) => sum + points, 0),
        cases: entry.exercise.cases({ answer: unasked, reference: unasked, rng: unasked }),
        stub: readStub(entry.stub),
      }));
  } finally {
    unregister();
  }
}

/** Cases are listed here, not run: nothing is asked. */
const unasked = undefined;

export function indexPage(exercises) {
  const total = exercises.reduce((sum, { points }) => sum + points, 0);
  const tasks = exercises.reduce((sum, { exercise }) => sum + exercise.tasks.length, 0);
  const rows = exercises.map(
    ({ slug, title, number, exercise, points, stub }) =>
      `| [${number} ${title}](/exercises/${slug}/)<br>${escapeMarkdown(stub.about)} | ${exercise.tasks.length} | ${points} |`,
  );
  const text = `
${tasks} tasks, ${total} points. You edit a file in \`exercises/\`; \`npm test\` grades all of them, \`npm test -- 04\` one, and in a notebook
\`await check('04')\` shows the result below the cell. For a wrong answer you see what it looks like, e.g. “the sign lost: a negative weight
stays negative”.

| exercise | tasks | points |
| --- | --: | --: |
${rows.join('\n')}
| **together** | **${tasks}** | **${total}** |
`;
  const description = `${tasks} tasks that grade themselves, one exercise for each notebook but the first.`;
  return { frontMatter: { title: 'Exercises', description, sidebar: { order: 0, label: 'All exercises' } }, text };
}
