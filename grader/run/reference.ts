// the solution as an oracle: its own child, started when a hidden case first asks

import { compile } from '../compile/compile';
import { copyData, encode, isData, type Remote } from '../sandbox/codec';
import { SandboxError } from '../sandbox/level';
import type { Sandbox } from '../sandbox/sandbox';
import type { Exercise } from '../spec/exercise';
import type { Oracle } from '../spec/oracle';
import { Program } from './program';

/** Thrown when the solution itself fails: never the fault of a submission. */
export class ReferenceFault extends Error {
  override name = 'ReferenceFault';
}

/** Answers of plain calls, shared by all submissions: the same seed asks the same questions. */
export type ReferenceMemory = Map<string, { value: unknown; after: unknown[] }>;

export class Reference implements Oracle {
  private after: unknown[] = [];

  constructor(
    private readonly exercise: Exercise,
    private readonly solution: string | undefined,
    private readonly sandbox: Sandbox,
    private readonly memory: ReferenceMemory,
    private readonly loaded: { program?: Promise<Program> } = {},
  ) {}

  /** False in a copy of the course without solutions. */
  get exists(): boolean {
    return this.solution !== undefined;
  }

  async call<T>(name: string, ...args: unknown[]): Promise<T> {
    const key = `${this.exercise.slug} ${name} ${JSON.stringify(encode(args))}`;
    const known = this.memory.get(key);
    if (known) {
      this.after = copyData(known.after) as unknown[];
      return copyData(known.value) as T;
    }
    const value = await this.ask((program) => program.call(name, ...args));
    if (!key.includes('"$":"handle"') && isData(value))
      this.memory.set(key, { value: copyData(value), after: this.after });
    return value as T;
  }

  construct(name: string, ...args: unknown[]): Promise<Remote> {
    return this.ask((program) => program.construct(name, ...args));
  }

  invoke<T>(target: unknown, method?: string, ...args: unknown[]): Promise<T> {
    return this.ask((program) => program.invoke(target, method, ...args));
  }

  property<T>(target: unknown, name: string): Promise<T> {
    return this.ask((program) => program.property(target, name));
  }

  argumentsAfter(): unknown[] {
    return this.after;
  }

  beside(): Reference {
    return new Reference(this.exercise, this.solution, this.sandbox, this.memory, this.loaded);
  }

  private async ask<T>(question: (program: Program) => Promise<T>): Promise<T> {
    try {
      const program = (await (this.loaded.program ??= this.load())).beside();
      const answer = await question(program);
      this.after = program.argumentsAfter();
      return answer;
    } catch (error) {
      this.loaded.program = undefined;
      if (error instanceof SandboxError) throw error;
      throw new ReferenceFault(
        `the solution of ${this.exercise.slug} failed: ${error instanceof Error ? error.message : error}`,
      );
    }
  }

  private async load(): Promise<Program> {
    if (this.solution === undefined) throw new Error('this copy of the course comes without solutions');
    const compiled = await compile(this.solution, `${this.exercise.slug}.ts`);
    if ('failure' in compiled) throw new Error(compiled.failure);
    const reply = await this.sandbox.load(compiled, this.exercise.imports, 1, false);
    if (reply.error) throw new Error(reply.error.message);
    return new Program(this.sandbox, this.exercise.limits?.callMilliseconds ?? this.sandbox.limits.callMilliseconds);
  }
}
