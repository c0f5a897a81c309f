// text of an exercise → code for the sandbox, or the reason why there is none

import { createHash } from 'node:crypto';
import { SourceMap } from 'node:module';
import { compileInThread } from './compile-pool';

/** A compiled exercise. Type errors are no failure: they are advice, which the editor gives. */
export interface Compiled {
  fileName: string;
  code: string;
  map: string;
  /** Modules that the code asks for. */
  imports: string[];
}

export type CompileResult = Compiled | { failure: string };

const CACHE_ENTRIES = 2000;
const cache = new Map<string, Promise<CompileResult>>();

/** Compiles one file. Texts that came before (untouched stubs) are answered from memory. */
export function compile(text: string, fileName: string): Promise<CompileResult> {
  const key = createHash('sha256').update(`${fileName}\0${text}`).digest('base64');
  let result = cache.get(key);
  if (!result) {
    result = compileInThread(text, fileName).then((output) => ('failure' in output ? output : { fileName, ...output }));
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    cache.set(key, result);
  }
  return result;
}

/** Where in the learner's file an error was thrown, as `04-exactly-zero.ts:12:5`; empty when it cannot be told. */
export function locate(stack: string, { fileName, map }: Compiled): string {
  const position = new RegExp(`${fileName.replaceAll('.', '\\.')}:(\\d+):(\\d+)`).exec(stack);
  if (!position) return '';
  try {
    const entry = new SourceMap(JSON.parse(map)).findEntry(Number(position[1]) - 1, Number(position[2]) - 1);
    return 'originalLine' in entry ? `${fileName}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : '';
  } catch {
    return '';
  }
}
