// spec × source of a submission → results of its tasks
//
// Every task runs in a realm of its own, visible cases first: what one task breaks or sees stays with it. A child that
// ends while it still holds an earlier task's leftovers does not count against this task, which gets a fresh one.

import { AssertionError } from 'chai';
import { createRng, type Rng } from '../../src/tensor/random';
import { locate } from '../compile/compiled';
import type { Source } from '../hand-ins/submission';
import { SandboxError } from '../sandbox/level';
import type { Failure, FailureKind } from '../sandbox/reply';
import type { Sandbox } from '../sandbox/sandbox';
import { diagnose } from '../spec/diagnose';
import type { Case, Exercise, TaskSpec } from '../spec/exercise';
import { AnswerError, type Asked, type Oracle } from '../spec/oracle';
import { clean, printed, printedCall } from '../spec/show-value';
import { LoadableProgram } from './loadable-program';
import { isStub, Program } from './program';
import { ReferenceFault, type Reference } from './reference';
import { sum, type CaseResult, type ExerciseResult, type Status, type TaskResult } from './result';

/** Why a task cannot be asked at all. */
interface Problem {
  status: Status;
  message: string;
  childEnded?: boolean;
}

const OUTPUT_CHARACTERS = 1000;
const SHARED_STATE = 'a state that all objects share: keep it in the object, not in a variable of the file';
const statusOf: Record<FailureKind, Status> = {
  throw: 'error',
  promise: 'wrong',
  'no-export': 'error',
  unreadable: 'error',
  timeout: 'timeout',
  memory: 'memory',
  crash: 'crash',
  forged: 'forged',
};
const endsTheChild = new Set<FailureKind>(['timeout', 'memory', 'crash', 'forged']);

/** An exercise of one submission, ready to be graded task by task. */
export class ExerciseRun {
  /** Why no task can be run, once that is known. */
  problem: Problem | undefined;
  private program: LoadableProgram | undefined;

  private constructor(
    private readonly exercise: Exercise,
    private readonly sandbox: Sandbox,
    private readonly reference: Reference,
    private readonly seed: string,
  ) {}

  static async open(
    exercise: Exercise,
    source: Source,
    sandbox: Sandbox,
    reference: Reference,
    seed: string,
  ): Promise<ExerciseRun> {
    const run = new ExerciseRun(exercise, sandbox, reference, seed);
    if ('problem' in source) {
      run.problem = { status: 'missing', message: clean(source.problem) };
      return run;
    }
    const program = await LoadableProgram.open(source.text, `${exercise.slug}.ts`);
    if ('failure' in program) run.problem = { status: 'error', message: clean(program.failure) };
    else run.program = program;
    return run;
  }

  /** What of the file was left out so that the rest could be graded. */
  get notes(): string[] {
    return this.problem ? [] : (this.program?.notes ?? []);
  }

  async all(): Promise<ExerciseResult> {
    const { slug, tasks } = this.exercise;
    const results: TaskResult[] = [];
    for (const { id } of tasks) results.push(await this.task(id));
    const points = sum(tasks, (task) => task.points);
    const score = sum(results, (task) => task.score);
    return { slug, score, points, problem: this.problem?.message, notes: this.notes, tasks: results };
  }

  /** Grades one task. Never throws for what a submission does; a SandboxError says that nothing can be graded here. */
  async task(id: number): Promise<TaskResult> {
    const task = this.exercise.tasks.find((one) => one.id === id)!;
    let attempt = await this.attempt(task, false);
    if (attempt.childEnded && !attempt.wasFresh && !this.problem && this.sandbox.takeSecondChance())
      attempt = await this.attempt(task, true);
    const { results, diagnosis } = attempt;
    const status = taskStatus(results);
    const score = status === 'right' ? task.points : 0;
    return { id, export: task.export, points: task.points, score, status, diagnosis, cases: results };
  }

  private async attempt(task: TaskSpec, fresh: boolean) {
    const { limits } = this.exercise;
    const callMilliseconds = limits?.callMilliseconds ?? this.sandbox.limits.callMilliseconds;
    const answer = new Program(this.sandbox, callMilliseconds, task.async ?? false);
    const stream = new CaseStream(this.seed, `${this.exercise.slug}/${task.id}`);
    const cases = this.exercise
      .cases({ answer, reference: this.reference, rng: stream })
      .filter((one) => one.task === task.id);
    cases.sort((a, b) => Number(a.hidden) - Number(b.hidden));

    const problem = this.problem ?? (await this.load(task, fresh));
    const wasFresh = this.sandbox.isFresh;
    if (problem) {
      const results = cases.map(({ title, hidden }) => ({
        title,
        hidden,
        status: problem.status,
        message: problem.message,
      }));
      return { results, diagnosis: undefined, childEnded: Boolean(problem.childEnded), wasFresh };
    }

    answer.budget = { millisecondsLeft: limits?.taskMilliseconds ?? this.sandbox.limits.taskMilliseconds };
    const results: CaseResult[] = [];
    const asked: Asked[] = [];
    let childEnded = false;
    for (const one of cases) {
      if (childEnded) {
        results.push({
          title: one.title,
          hidden: one.hidden,
          status: 'skipped',
          message: 'not run: a case before it ended the program',
        });
        continue;
      }
      answer.asked = [];
      stream.open(one.title);
      results.push(await this.runCase(one, answer, stream));
      asked.push(...answer.asked);
      childEnded = answer.asked.some(({ failure }) => failure && endsTheChild.has(failure.kind));
    }
    // An answer that only throws or hangs has given no wrong value: what it gave, say for an empty list, fits many mistakes.
    const isGraded = !['untouched', 'grader-error'].includes(taskStatus(results));
    const failed = isGraded && results.some(({ status }) => status === 'wrong');
    const areAloneRight = cases.every(({ isTogether }, i) => isTogether || results[i].status === 'right');
    const known = () => (areAloneRight ? SHARED_STATE : diagnose(task, asked, childEnded ? undefined : answer));
    return { results, diagnosis: failed ? await known() : undefined, childEnded, wasFresh };
  }

  /** Evaluates the file in a new realm; says why the task cannot be asked. */
  private async load(task: TaskSpec, fresh: boolean): Promise<Problem | undefined> {
    const program = this.program!;
    const { imports } = this.exercise;
    let reply = await this.sandbox.load(program.compiled, imports, seedNumber(this.seed), fresh);
    while (reply.error) {
      const { kind } = reply.error;
      const message = kind === 'throw' ? this.thrown(reply.error) : reply.error.message;
      const problem = {
        status: statusOf[kind],
        message: clean(`the file does not load: ${message}`),
        childEnded: endsTheChild.has(kind),
      };
      // What earlier tasks left behind may take memory, but no time: nothing else runs while a file loads.
      const isOwnFault = this.sandbox.isFresh || !problem.childEnded || kind === 'timeout';
      if (isOwnFault && !(await program.leaveOut(reply.error))) this.problem = problem;
      if (this.problem || !isOwnFault) return problem;
      reply = await this.sandbox.load(program.compiled, imports, seedNumber(this.seed), false);
    }
    const names = new Map((Array.isArray(reply.names) ? reply.names : []) as [string, string][]);
    const type = names.get(task.export);
    if (type === 'function' || type === 'getter') return undefined;
    return {
      status: 'error',
      message: clean(
        missingExport(
          task.export,
          type,
          [...names.keys()].filter((name) => name !== '__esModule'),
        ) + (program.notes.length ? `; ${program.notes[0]}` : ''),
      ),
    };
  }

  private async runCase(one: Case, answer: Program, stream: CaseStream): Promise<CaseResult> {
    const base = { title: one.title, hidden: one.hidden };
    let thrown: unknown;
    try {
      await one.check();
    } catch (error) {
      if (error instanceof SandboxError) throw error;
      thrown = error ?? new Error('the case threw nothing');
    }
    const last = answer.asked.at(-1);
    const input = last && printedCall(last.label, last.args);
    const output = clean(answer.asked.flatMap((asked) => asked.output).join('\n'), OUTPUT_CHARACTERS) || undefined;
    // What the child did counts more than what the spec made of it: a spec may catch an error that it expects.
    const ended = answer.asked.find(
      ({ failure }) => failure && (failure.kind === 'promise' || endsTheChild.has(failure.kind)),
    );
    if (ended)
      return {
        ...base,
        status: statusOf[ended.failure!.kind],
        message: clean(ended.failure!.message),
        input: printedCall(ended.label, ended.args),
        output,
      };
    const stub = answer.asked.find(({ failure }) => failure && isStub(failure));
    if (stub) return { ...base, status: 'untouched', message: clean(stub.failure!.message, 200) };
    if (thrown === undefined) {
      if (answer.asked.length > 0) return { ...base, status: 'right', output };
      return { ...base, status: 'grader-error', message: 'the case asks nothing of the answer' };
    }
    if (thrown instanceof AnswerError) {
      const { failure } = thrown;
      const message = failure.kind === 'throw' ? this.thrown(failure) : failure.message;
      return { ...base, status: statusOf[failure.kind], message: clean(message), input, output };
    }
    if (thrown instanceof AssertionError) {
      const { actual, expected } = thrown as { actual?: unknown; expected?: unknown };
      const received = actual !== undefined ? actual : last?.value;
      return {
        ...base,
        status: 'wrong',
        message: clean(thrown.message),
        input,
        expected: expected === undefined ? undefined : printed(expected),
        received: printed(received),
        output,
      };
    }
    return this.stumbled(one, thrown, { ...base, input, output, received: last && printed(last.value) }, stream);
  }

  /**
   * The spec itself threw: over a value of a form it did not expect, or by a fault of its own. The solution in place of
   * the answer tells: where it passes, the value is to blame.
   */
  private async stumbled(
    one: Case,
    thrown: unknown,
    result: Omit<CaseResult, 'status'>,
    stream: CaseStream,
  ): Promise<CaseResult> {
    const message = clean(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown));
    if (thrown instanceof ReferenceFault || !this.reference.exists)
      return { ...result, status: 'grader-error', message };
    const twin = this.exercise
      .cases({ answer: this.reference as Oracle, reference: this.reference, rng: stream })
      .find(({ title, task }) => title === one.title && task === one.task)!;
    stream.open(one.title);
    try {
      await twin.check();
    } catch (error) {
      if (error instanceof SandboxError) throw error;
      return { ...result, status: 'grader-error', message };
    }
    return { ...result, status: 'wrong', message: clean(`the value has not the form that was expected (${message})`) };
  }

  private thrown({ name, message, stack }: Failure): string {
    const place = locate(stack ?? '', this.program!.compiled);
    return `${name}: ${message}${place && ` (${place})`}`;
  }
}

/** The status of a task: all of its cases have to be right. */
function taskStatus(cases: CaseResult[]): Status {
  const statuses = cases.map(({ status }) => status);
  if (statuses.includes('untouched')) return 'untouched';
  if (statuses.includes('grader-error')) return 'grader-error';
  return statuses.find((status) => status !== 'right') ?? (cases.length > 0 ? 'right' : 'grader-error');
}

function missingExport(name: string, type: string | undefined, names: string[]): string {
  if (type !== undefined) return `${name} is exported, but as a ${type}: write \`export function ${name}(…)\``;
  const found = names.length ? `the file exports ${names.slice(0, 12).join(', ')}` : 'the file exports nothing';
  const advice = names.includes('default') ? '`export default` has no name: ' : '';
  return `${name} is not exported; ${found}; ${advice}write \`export function ${name}(…)\``;
}

const seedNumber = (seed: string) => createRng(seed).integer(2 ** 31);

/** Random numbers that depend on the seed, the task and the case, not on the cases that ran before. */
class CaseStream implements Rng {
  private current: Rng;
  constructor(
    seed: string,
    private readonly task: string,
  ) {
    this.root = createRng(seed);
    this.current = this.root;
  }
  private readonly root: Rng;
  open(title: string): void {
    this.current = this.root.split(`${this.task}/${title}`);
  }
  uniform = () => this.current.uniform();
  normal = () => this.current.normal();
  integer = (below: number) => this.current.integer(below);
  permutation = (n: number) => this.current.permutation(n);
  split = (label: string | number) => this.current.split(label);
}
