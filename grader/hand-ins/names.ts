// name of a file → is it that exercise, whatever a browser, a platform or a person made of its name?

/**
 * How a name fits an exercise. `exact`: `03-l1.ts`. `renamed`: it can be nothing else, such as `03_L1 (1).ts`,
 * `Copy of 03-l1.ts`, `03-l1.ts.txt`, `doejane_12_34_03-l1-1.ts`. `short`: `03.ts` or `l1.ts`, which counts when nothing fits
 * better. `similar`: worth a question.
 */
export type Fit = 'exact' | 'renamed' | 'short' | 'similar';

/** What makes a text of a name; `03-l1.ts.txt` is what an editor makes that adds its own ending. */
const readable = new Set(['ts', 'mts', 'cts', 'tsx', 'txt']);
const endings = /\.(ts|mts|cts|tsx|txt|js|mjs|cjs|jsx|md|pdf|docx?|odt|rtf|html?|ipynb|bak|orig|old|swp|zip)$/;
/** What is put behind a name: `(1)`, `-1`, `copy 2`, `final`. */
const marks = '(?:-(?:\\(?\\d{1,2}\\)?|v\\d+|copy|kopie|copia|copie|final|new|neu|fixed|corrected|updated))*';
/** What is put before it; a platform's prefix may be anything. */
const copyOf = /^(?:copy of|kopie von|copie de|copia de|cópia de) /;

/** @param slug as in `03-l1-and-l2-by-hand` */
export function fitOf(fileName: string, slug: string): Fit | undefined {
  if (fileName === `${slug}.ts`) return 'exact';
  let stem = fileName.normalize('NFKC').toLowerCase().replace(copyOf, '');
  const found: string[] = [];
  for (let match; (match = endings.exec(stem)); stem = stem.slice(0, match.index)) found.push(match[1]);
  stem = stem.replace(/[\s_.-]+/g, '-').replace(/^-|[-~]+$/g, '');
  const [, digits, title] = /^(\d+)-(.+)$/.exec(slug.toLowerCase()) ?? [undefined, '', slug.toLowerCase()];
  const number = digits && `0*${Number(digits)}`;
  const full = number ? `${number}-${escaped(title)}` : escaped(title);
  const fits = (pattern: string) => new RegExp(`^${pattern}$`).test(stem);
  const isText = found.every((ending) => readable.has(ending)) && !fileName.endsWith('~');
  if (fits(`(?:.*-)?${full}${marks}`)) return isText ? 'renamed' : 'similar';
  if (fits(`${escaped(title)}${marks}`) || (number && fits(`${number}${marks}`))) return isText ? 'short' : 'similar';
  if (number && /^\d+-/.test(stem) && !fits(`${number}-.*`)) return undefined; // another exercise
  const [first] = title.split('-');
  const looksLike = number && (fits(`${number}-.*`) || fits(`.*(?:exercise|ex|task|aufgabe|e)-?${number}(?:-.*)?`));
  return looksLike || fits(`(?:.*-)?${escaped(first)}(?:-.*)?`) ? 'similar' : undefined;
}

/** What stands before the name of an exercise in a renamed file: `doejane` in `doejane_03-l1.ts`; undefined for nothing. */
export function ownerIn(fileName: string, slug: string): string | undefined {
  if (fitOf(fileName, slug) !== 'renamed') return undefined;
  const digits = /^\d+/.exec(slug)?.[0] ?? '';
  const title = slug.slice(digits.length).split('-').filter(Boolean).map(escaped).join('[\\s_.-]+');
  const prefix = new RegExp(`^(.+?)[\\s_.-]+0*${Number(digits)}[\\s_.-]+${title}`, 'i').exec(
    fileName.normalize('NFKC'),
  );
  return prefix && !copyOf.test(`${prefix[1].toLowerCase()} `) ? prefix[1] : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
