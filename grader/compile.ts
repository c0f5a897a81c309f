// text of an exercise → code for the sandbox, or the reason why there is none

import { createHash } from 'node:crypto';
import { SourceMap } from 'node:module';
import { compileInThread } from './compile-pool';

/** A place in the learner's file, both numbers from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Statements at the top level of a file that shall not run. */
export interface LeaveOut {
  /** Those that hold these places, except inside of a function. */
  at: Place[];
  /** All that define nothing: calls, loops, conditions (default false). */
  calls?: boolean;
}

/** A compiled exercise. Type errors are no failure: they are advice, which the editor gives. */
export interface Compiled {
  fileName: string;
  code: string;
  map: string;
  /** Modules that the code asks for. */
  imports: string[];
  /** Where the statements begin that were left out, and those of them that wait outside of a function, which cannot run here. */
  leftOut: Place[];
  awaits: Place[];
}

export type CompileResult = Compiled | { failure: string };

const CACHE_ENTRIES = 2000;
const cache = new Map<string, Promise<CompileResult>>();

/** Compiles one file. Texts that came before (untouched stubs) are answered from memory. */
export function compile(text: string, fileName: string, leaveOut: LeaveOut = { at: [] }): Promise<CompileResult> {
  const key = createHash('sha256')
    .update(`${fileName}\0${JSON.stringify(leaveOut)}\0${text}`)
    .digest('base64');
  let result = cache.get(key);
  if (!result) {
    result = compileInThread({ text, fileName, leaveOut }).then((output) =>
      'failure' in output ? output : { fileName, ...output },
    );
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    cache.set(key, result);
  }
  return result;
}

/** The places in the learner's file that a stack names, from where the error was thrown outwards. */
export function placesOf(stack: string, { fileName, map }: Compiled): Place[] {
  const positions = stack.matchAll(new RegExp(`${fileName.replaceAll('.', '\\.')}:(\\d+):(\\d+)`, 'g'));
  try {
    const source = new SourceMap(JSON.parse(map));
    return [...positions].flatMap(([, line, column]) => {
      const entry = source.findEntry(Number(line) - 1, Number(column) - 1);
      return 'originalLine' in entry ? [{ line: entry.originalLine + 1, column: entry.originalColumn + 1 }] : [];
    });
  } catch {
    return [];
  }
}

/** Where in the learner's file an error was thrown, as `04-exactly-zero.ts:12:5`; empty when it cannot be told. */
export function locate(stack: string, compiled: Compiled): string {
  const [place] = placesOf(stack, compiled);
  return place ? `${compiled.fileName}:${place.line}:${place.column}` : '';
}
