// what the answer was asked and gave → the known mistake that explains it

import { Made } from '../sandbox/codec';
import { difference } from './compare';
import type { Diagnosis, TaskSpec } from './exercise';
import type { Asked, Oracle } from './oracle';

const TOLERANCE = 1e-7;

/**
 * The first diagnosis that explains all that the answer gave in a task: cases that it passed as well as those it failed,
 * so that a mistake is named only when it computes just what the answer computes.
 *
 * @param answer undefined when the program has ended: then only formulas are tried
 */
export async function diagnose(
  task: TaskSpec,
  asked: Asked[],
  answer: Oracle | undefined,
): Promise<string | undefined> {
  const calls = asked.filter(
    (one) => one.export === task.export && !one.failure && 'value' in one && !one.label.startsWith('new '),
  );
  for (const diagnosis of task.diagnoses) {
    if (explains(diagnosis, calls) || (answer && (await showsItself(diagnosis, answer)))) return diagnosis.says;
  }
  return undefined;
}

function explains({ formula }: Diagnosis, calls: Asked[]): boolean {
  if (!formula || calls.length === 0) return false;
  return calls.every(({ args, value }) => {
    try {
      return difference(value, formula(...args.map(forFormula)), TOLERANCE) === undefined;
    } catch {
      return false; // the formula does not know such an argument
    }
  });
}

async function showsItself({ when }: Diagnosis, answer: Oracle): Promise<boolean> {
  try {
    return when !== undefined && (await when(answer));
  } catch {
    return false; // the answer threw, or gave a value of another form: not this mistake
  }
}

// A formula may write into its arguments, and wants the library's objects themselves.
function forFormula(arg: unknown): unknown {
  if (arg instanceof Made) {
    const library = require('../../src/index'); // most exercises do without
    const args = arg.args.map(forFormula);
    return arg.construct ? new library[arg.name](...args) : library[arg.name](...args);
  }
  if (Array.isArray(arg)) return arg.map(forFormula);
  if (ArrayBuffer.isView(arg)) return (arg as Float64Array).slice();
  return arg;
}
