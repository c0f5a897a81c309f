// A compiled exercise, and the way back from a place in its code to the line that the learner wrote

import { SourceMap } from 'node:module';

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
