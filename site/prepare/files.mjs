// Folders of generated files: each is emptied before it is filled, so that nothing of an earlier run remains.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function emptyFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function writeFile(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A page in Markdown: front matter of strings, numbers and plain objects, then its text. */
export function writePage(file, frontMatter, text) {
  const lines = Object.entries(frontMatter).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  writeFile(file, `---\n${lines.join('\n')}\n---\n\n${text.trim()}\n`);
}
