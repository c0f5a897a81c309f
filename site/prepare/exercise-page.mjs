// an exercise with its stub → its page in Markdown: tasks, what is checked, hints one inside the other

import { basename } from 'node:path';
import { withFormulas } from './formula.mjs';

/** Text in which Markdown sees no mark-up. */
export const escapeMarkdown = (text) => text.replace(/[\\`*_[\]<>$|]/g, '\\$&');

/** The page of an exercise as `{ frontMatter, text }`. Of the solution it holds the address alone. */
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

const fence = (code) => `\`\`\`ts\n${code}\n\`\`\``;
