// specs and stubs → the pages of the exercises, whose solutions stay in files of their own

import { expect } from 'chai';
import { loadCourse } from '../../grader/course';

interface Page {
  frontMatter: { title: string };
  text: string;
}

const site = () => import('../../site/prepare/exercises.mjs' as string);

/** The pages by their slugs. */
async function pages(): Promise<Map<string, string>> {
  const { readExercises } = await site();
  const { exercisePage } = await import('../../site/prepare/exercise-page.mjs' as string);
  const exercises = readExercises() as { slug: string }[];
  return new Map(exercises.map((exercise) => [exercise.slug, (exercisePage(exercise) as Page).text]));
}

const { entries } = loadCourse();

describe('The page of an exercise', () => {
  it('has every task with its points, its visible cases and all its hints, in their order', async () => {
    const { withFormulas } = await import('../../site/prepare/formula.mjs' as string);
    const texts = await pages();
    expect([...texts.keys()]).to.deep.equal(entries.map(({ slug }) => slug));
    for (const { slug, exercise } of entries) {
      const text = texts.get(slug)!;
      for (const { id, export: name, points, hints } of exercise.tasks) {
        const [, section] = text.split(`## Task ${id}: \`${name}\`, ${points} points`);
        expect(section, `${slug}, task ${id}`).to.not.equal(undefined);
        const places = hints.map((hint) => section.indexOf(withFormulas(hint) as string));
        expect(places, `${slug}, hints of task ${id}`).to.deep.equal([...places].sort((a, b) => a - b));
        expect(Math.min(...places), `${slug}, hints of task ${id}`).to.be.above(0);
      }
    }
  });

  it('holds each hint inside of the one before it, so that they open one by one', async () => {
    for (const [slug, text] of await pages()) {
      let depth = 0;
      for (const [tag, summary] of text.matchAll(/<details[^>]*>|<\/details>|<summary>Hint (\d)/g)) {
        if (summary) expect(Number(summary), slug).to.equal(depth);
        else depth += tag === '</details>' ? -1 : 1;
      }
      expect(depth, slug).to.equal(0);
    }
  });

  it('shows the stub without its docstrings, and no line of code that only the solution has', async () => {
    const texts = await pages();
    for (const { slug, stub, solution } of entries) {
      const text = texts.get(slug)!;
      const lines = (source: string) => source.split('\n').map((line) => line.trim());
      const inStub = new Set(lines(stub));
      const answers = lines(solution!).filter(
        (line) => line.length > 20 && !inStub.has(line) && !line.startsWith('//'),
      );
      expect(answers, slug).to.not.be.empty;
      for (const line of answers) expect(text, slug).to.not.include(line);
      expect(text, slug).to.include("throw new Error('Task 1: ").and.not.include(' * @param weights');
    }
  });

  it('leads to its notebook and to the file of its solution', async () => {
    for (const [slug, text] of await pages()) {
      expect(text).to.include(`](/notebooks/${slug}/)`).and.include(`](/exercises/${slug}/solution.txt)`);
    }
  });

  it('asks for the commands that grade it', async () => {
    expect((await pages()).get('04-exactly-zero'))
      .to.include('npm test -- 04')
      .and.include("await check('04');");
  });
});

describe('The list of exercises', () => {
  it('adds up the tasks and the points of all specs', async () => {
    const { readExercises, indexPage } = await site();
    const tasks = entries.flatMap(({ exercise }) => exercise.tasks);
    const points = tasks.reduce((sum, task) => sum + task.points, 0);
    expect((indexPage(readExercises()) as Page).text).to.include(`| **${tasks.length}** | **${points}** |`);
  });
});
