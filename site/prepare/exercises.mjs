// course.json, exercises/, test/exercises/ → a page for each exercise and one that lists them
//
// A page says what its spec and its stub say: the tasks, what is checked, and the hints one inside the other. The solution is
// a file beside the page, which the page fetches when a learner asks for it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { emptyFolder, writeFile, writePage } from './files.mjs';
import { withFormulas } from './formula.mjs';
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
        stub: readStub(readFileSync(join(root, 'exercises', `${entry.slug}.ts`), 'utf8')),
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
\`await check('04')\` shows the result below the cell. A wrong answer is told what it looks like, e.g. “the sign lost: a negative weight
stays negative”.

| exercise | tasks | points |
| --- | --: | --: |
${rows.join('\n')}
| **together** | **${tasks}** | **${total}** |
`;
  const description = `${tasks} tasks that grade themselves, one exercise for each notebook but the first.`;
  return { frontMatter: { title: 'Exercises', description, sidebar: { order: 0, label: 'All exercises' } }, text };
}

export function exercisePage(exercise) {
  const { slug, title, number, points, notebook, stub } = exercise;
  const { tasks } = exercise.exercise;
  const lesson = basename(notebook, '.ipynb');
  const frontMatter = {
    title: `Exercise ${number}: ${title}`,
    description: `${tasks.length} tasks, ${points} points: ${stub.about}`,
    sidebar: { order: Number(number), label: `${number} · ${title}` },
    tableOfContents: { maxHeadingLevel: 2 },
  };
  const text = `
*${escapeMarkdown(stub.about)}*

${tasks.length} tasks, ${points} points. They go with the notebook [${number} ${title}](/notebooks/${lesson}/).

## How to work on it

Open \`exercises/${slug}.ts\` and replace each \`throw\` by your answer. A task that still throws is untouched, not wrong. Then, in a
terminal or in a cell of the notebook:

\`\`\`sh
npm test -- ${number}
\`\`\`

\`\`\`ts
await check('${number}');
hint('${number}', 1);
\`\`\`

${tasksOf(exercise).join('\n\n')}

## Solution

<holdout-solution>

[The solution of this exercise](/exercises/${slug}/solution.txt), a text file. You learn more by trying first: each task has hints above.

</holdout-solution>
`;
  return { frontMatter, text };
}

/** Each task in the order of the stub, with the declarations that stand before it. */
function tasksOf({ exercise, stub, cases }) {
  const before = [];
  const sections = [];
  for (const declaration of stub.declarations) {
    const task = exercise.tasks.find((one) => one.export === declaration.name);
    if (!task) before.push(declaration);
    else {
      const checked = cases.filter((one) => one.task === task.id);
      sections.push(taskSection(task, declaration, before.splice(0), checked));
    }
  }
  return sections;
}

function taskSection(task, { doc, code }, before, cases) {
  const about = withFormulas(doc.text.replace(/^Task \d+\. /, ''));
  const given = before.map((one) => (one.doc.text ? `/** ${one.doc.text} */\n${one.code}` : one.code));
  const inputs = [
    ...doc.params.map(({ name, text }) => `- \`${name}\`: ${withFormulas(text)}`),
    ...(doc.returns ? [`- **returns** ${withFormulas(doc.returns)}`] : []),
  ];
  return [
    `## Task ${task.id}: \`${task.export}\`, ${task.points} points`,
    about,
    inputs.join('\n'),
    fence([...given, code].join('\n\n')),
    `### Checked in task ${task.id}`,
    checkedList(cases),
    `### Hints for task ${task.id}`,
    hintList(task.hints),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function checkedList(cases) {
  const hidden = cases.filter((one) => one.hidden).length;
  const visible = cases.filter((one) => !one.hidden).map(({ title }) => `- ${escapeMarkdown(title)}`);
  if (hidden > 0) visible.push(`- and on inputs that you do not see (${hidden} ${hidden === 1 ? 'case' : 'cases'})`);
  return visible.join('\n');
}

/** Each hint holds the next one, so that they open in their order, with or without JavaScript. */
function hintList(hints) {
  return hints.reduceRight(
    (inner, hint, i) =>
      `<details class="hint">\n<summary>Hint ${i + 1} of ${hints.length}</summary>\n\n${withFormulas(hint)}\n${inner && `\n${inner}\n`}\n</details>`,
    '',
  );
}

/** Text in which Markdown sees no mark-up. */
const escapeMarkdown = (text) => text.replace(/[\\`*_[\]<>$|]/g, '\\$&');

const fence = (code) => `\`\`\`ts\n${code}\n\`\`\``;
