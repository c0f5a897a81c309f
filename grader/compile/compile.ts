// text of an exercise → code for the sandbox, or the reason why there is none

import { createHash } from 'node:crypto';
import { compileInThread } from './compile-pool';
import type { Compiled, LeaveOut } from './compiled';

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
