// text of an exercise → its verdict, when someone handed in the same text before (untouched stubs, copies)
//
// The same text, seed and limits have the same verdict. A verdict is shared only if it was found in a sandbox of its own:
// in that of a submission, other files of the submission ran before, and what one submission does never reaches another.

import { createHash } from 'node:crypto';
import type { ExerciseResult } from './result';

export class SharedVerdicts {
  private readonly verdicts = new Map<string, Promise<ExerciseResult> | undefined>();

  /**
   * The verdict on a text that was handed in before; undefined for one that is new.
   *
   * @param gradeAlone grades the text in a sandbox of its own: done when it is handed in for the second time
   */
  find(slug: string, text: string, gradeAlone: () => Promise<ExerciseResult>): Promise<ExerciseResult> | undefined {
    const key = createHash('sha256').update(`${slug}\0${text}`).digest('base64');
    if (!this.verdicts.has(key)) {
      this.verdicts.set(key, undefined);
      return undefined;
    }
    let verdict = this.verdicts.get(key);
    if (!verdict) this.verdicts.set(key, (verdict = gradeAlone()));
    return verdict;
  }
}
