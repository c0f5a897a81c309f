// class result → JSON: everything, or with hidden inputs left out

import type { ClassResult } from '../run/result';
import { submissionForLearner } from './learner';

/** `staff`: with the inputs of hidden cases. */
export function jsonReport(result: ClassResult, staff: boolean): string {
  const submissions = staff ? result.submissions : result.submissions.map(submissionForLearner);
  return `${JSON.stringify({ ...result, submissions }, null, 2)}\n`;
}
