// npm run class-kit: a copy of the course without its answers

import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutHiddenCases } from '../../../grader/commands/class-kit';
import { loadCourse } from '../../../grader/course';
import { courseRoot } from '../../../grader/course-root';

describe('class kit', () => {
  it('leaves every visible case and no hidden one, in every spec', () => {
    const folder = join(courseRoot, 'test', 'exercises');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.spec.ts'))) {
      const spec = readFileSync(join(folder, name), 'utf8');
      const kept = withoutHiddenCases(spec);
      expect(kept).not.to.match(/\.hidden\b/);
      expect(kept.match(/\bit\(/g), name).to.deep.equal(spec.match(/\bit\(/g));
    }
  });

  it('has no line of a solution, wherever a tool of the course may have put it', function () {
    this.timeout(60000);
    const kit = mkdtempSync(join(tmpdir(), 'holdout-kit-'));
    try {
      execFileSync(process.execPath, ['--require', 'tsx/cjs', 'grader/commands/class-kit.ts', kit], {
        cwd: courseRoot,
      });
      const { entries } = loadCourse();
      const lines = entries.map(({ stub, solution }) => {
        const only = solution!.split('\n').filter((line) => !stub.includes(line));
        return only.sort((a, b) => b.length - a.length)[0];
      });
      for (const { slug, stub } of entries)
        expect(readFileSync(join(kit, 'exercises', `${slug}.ts`), 'utf8'), slug).to.equal(stub);
      const files = readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(kit, name)).isFile(),
      );
      expect(files.length).to.be.above(100);
      const mutants = readdirSync(join(kit, 'test', 'mutants'), { recursive: true, encoding: 'utf8' });
      expect(mutants.filter((name) => name.includes('.')).every((name) => /[\\/]stub\.ts$/.test(name))).to.equal(true);
      for (const name of files) {
        const text = readFileSync(join(kit, name), 'utf8');
        for (const line of lines) expect(text.includes(line), `${name}: ${line}`).to.equal(false);
      }
    } finally {
      rmSync(kit, { recursive: true, force: true });
    }
  });
});
