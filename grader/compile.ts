// text of an exercise → code for the sandbox, or the reason why there is none

import { createHash } from 'node:crypto';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A compiled exercise. Type errors are no failure: they are advice, which the editor gives. */
export interface Compiled {
  fileName: string;
  code: string;
  map: string;
  /** Modules that the code asks for. */
  imports: string[];
}

export type CompileResult = Compiled | { failure: string };

const COMPILE_MILLISECONDS = 8000;
const CACHE_ENTRIES = 2000;

let worker: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();
let jobs = 0;
const cache = new Map<string, Promise<CompileResult>>();

/** Compiles one file. Texts that came before (untouched stubs) are answered from memory. */
export function compile(text: string, fileName: string): Promise<CompileResult> {
  const key = createHash('sha256').update(`${fileName}\0${text}`).digest('base64');
  let result = cache.get(key);
  if (!result) {
    result = queue.then(() => compileInWorker(text, fileName));
    queue = result;
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    cache.set(key, result);
  }
  return result;
}

function compileInWorker(text: string, fileName: string): Promise<CompileResult> {
  worker ??= startWorker();
  const current = worker;
  const id = ++jobs;
  current.ref();
  return new Promise((resolve) => {
    const finish = (result: CompileResult) => {
      clearTimeout(timer);
      current.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      current.unref();
      resolve(result);
    };
    const onMessage = (reply: { id: number; failure?: string; code: string; map: string; imports: string[] }) => {
      if (reply.id !== id) return;
      const { failure, code, map, imports } = reply;
      finish(failure === undefined ? { fileName, code, map, imports } : { failure });
    };
    const onEnd = () => {
      worker = undefined;
      finish({ failure: 'the file could not be compiled: the compiler ran out of memory' });
    };
    const timer = setTimeout(() => {
      worker = undefined;
      void current.terminate();
      finish({ failure: `the file could not be compiled within ${COMPILE_MILLISECONDS / 1000} s` });
    }, COMPILE_MILLISECONDS);
    current.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    current.postMessage({ id, text, fileName });
  });
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 512, stackSizeMb: 4 };
  const started = new Worker(join(__dirname, 'compile-worker.cjs'), {
    resourceLimits,
    execArgv: [],
    stdout: true,
    stderr: true,
    env: {},
  });
  started.on('error', () => {}); // reported by the job that waits
  return started;
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
