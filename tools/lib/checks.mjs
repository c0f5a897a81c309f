// Checks that are too slow or too big for the unit tests: one line each, and a closing line with their number.
import { SetupError, seconds } from './step.mjs';

/** Runs checks one after the other; a check fails by throwing. */
export class Checks {
  passed = 0;
  failed = 0;

  async check(title, work) {
    const start = performance.now();
    try {
      const remark = await work();
      this.passed++;
      console.log(`  ✓ ${title}${remark ? `: ${remark}` : ''} (${seconds(start)})`);
    } catch (error) {
      this.failed++;
      console.log(
        `  ✗ ${title}\n${(error instanceof SetupError ? error.message : String(error.stack ?? error)).replace(/^/gm, '      ')}`,
      );
    }
  }

  /** Prints the closing line and returns the exit code. */
  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
