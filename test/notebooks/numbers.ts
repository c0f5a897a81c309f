// markdown cells → the numbers of the prose → which of them a run printed
//
// A number of the prose: digits in a markdown cell outside code, math, tags, addresses and the numbers of chapters, lists
// and rows. What it is bound to: the numbers in the outputs and the code of its own section (from one `##` to
// the next, with the cells before the first); a section without outputs, such as the recap, is bound to the whole notebook.

import type { Cell } from '../support/notebooks';

/** A number as it stands in a text. */
export interface Quoted {
  /** The characters, as written. */
  text: string;
  value: number;
  /** The place of the last digit: 2 for 0.25, 0 for 25, -3 for 2e3. */
  decimals: number;
  /** '-' or '+' where one is written. */
  sign: string;
  /** Whether it counts per cent or points. */
  percent: boolean;
  /** Whether it is an end of an interval, as in [0.2, 1.4] or “the interval reaches down to 0.2”. */
  interval: boolean;
  /** The words around it, for messages. */
  around: string;
}

/** `bound` by an output or by code, `given` by the metadata of its cell, or `loose`. */
export type State = 'bound' | 'given' | 'loose';

/** A number of the prose, and what became of it. */
export interface Binding {
  cell: string;
  number: Quoted;
  state: State;
  /** What would become of another number in its place. */
  judge: (number: Quoted) => State;
  /** All numbers that it could have been bound to. */
  candidates: Quoted[];
}

const digits = String.raw`\d{1,3}(?:[,\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d[\d_]*(?:\.\d+)*|\.\d+`;
const exponents = String.raw`[eE][-+−]?\d+|\s?[×·]\s?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+`;
// A digit that follows a letter belongs to a name, as in L2; a hyphen that follows one joins, as in 3-7.
const numberPattern = new RegExp(String.raw`(?<![\p{L}\d_.])([-+−±]?)(?:(½)|(${digits})(${exponents})?)`, 'gu');
const percentPattern =
  /^(?:\s*(?:[,–-]|and|or|to|against|instead of)\s*[-+−]?[\d.]+(?:\s*%)?)*\s*(?:%|per ?cent\b|(?:percentage )?points?\b)/;

const intervalPattern = /\[[-+−]?\d+\.\d+, [-+−]?\d+\.\d+\]/g;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (text: string) =>
  text.replace(/[⁻−]/, '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => String(superscripts.indexOf(c)));

/** The numbers of a text, in order. */
export function numbersIn(text: string): Quoted[] {
  const intervals = [...text.matchAll(intervalPattern)].map(({ index = 0, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return [...text.matchAll(numberPattern)].map((match) => {
    const [whole, mark, half, plain, exponent = ''] = match;
    const { index: start = 0 } = match;
    const before = text[start - 1] ?? ' ';
    const sign = /[\p{L}\d)\]]/u.test(before) ? '' : mark.replace('−', '-').replace('±', '');
    const end = start + whole.length;
    const rest = text.slice(end, end + 60);
    const around = text.slice(Math.max(0, start - 40), end + 20).replace(/\s+/g, ' ');
    const written = sign ? whole : whole.slice(mark.length);
    const bracketed = intervals.some(({ from, to }) => start > from && end < to);
    const interval = bracketed || /\bintervals?\b[^.|\n]*$/.test(text.slice(Math.max(0, start - 60), start));
    return { text: written, sign, percent: percentPattern.test(rest), interval, around, ...amount() };

    function amount() {
      if (half) return { value: 0.5, decimals: 1 };
      const number = plain.replace(/[,_\u2009\u202f]/g, '');
      const places = number.split('.')[1]?.length ?? 0;
      const factor = sign === '-' ? -1 : 1;
      if (/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(exponent)) {
        const power = Number(lowered(exponent));
        return number === '10'
          ? { value: factor * Number(`1e${power}`), decimals: -power } // 10⁻⁷
          : { value: factor * Number(number) ** power, decimals: 0 };
      }
      const tens = Number(lowered(exponent.replace(/^\s?[×·]\s?10|^[eE]/, '')));
      return { value: factor * Number(`${number}e${tens}`), decimals: places - tens };
    }
  });
}

/** A markdown cell without all that is not prose. */
export function proseOf(source: string): string {
  return source
    .replace(/^(```|~~~)[^]*?^\1.*$/gm, ' ')
    .replace(/(`+)[^]*?[^`]\1(?!`)/g, ' ')
    .replace(/\$\$[^]*?\$\$|(?<!\\)\$[^$\n]*(?:\n[^$\n]+)*(?<!\\)\$/g, ' ')
    .replace(/<!--[^]*?-->|<\/?[a-zA-Z][^>]*>|&#?\w+;/g, ' ')
    .replace(/!?\[(\d\d(?: ·[^\]]*)?)\]\([^)]*\)/g, ' ') // a chapter: [05](05-…), [05 · title](05-…)
    .replace(/(?<=\])\([^)]*\)|https?:\/\/\S+/g, ' ')
    .replace(/^#+ \d+(?: ·|\.)/gm, ' ')
    .replace(/^[\s>]*\d+[.)] |^\| \d+ (?=\p{L})/gmu, ' '); // the numbers of lists and of the rows of tables
}

/**
 * Whether a run that printed `printed` allows the prose to say `quoted`: equal when rounded to the digits quoted, and
 * not more digits than were printed. A number without decimals is not rounded: it must be equal as it is, 31 % to 0.31.
 * The ends of an interval bind an interval only.
 */
export function allows(printed: Quoted, quoted: Quoted): boolean {
  if (Number.isNaN(quoted.value)) return printed.text === quoted.text; // 7.10.2
  if (printed.interval && !quoted.interval) return false;
  const forms: [value: number, decimals: number][] = [[printed.value, printed.decimals]];
  if (quoted.percent && !printed.percent && printed.decimals > 0)
    forms.push([100 * printed.value, printed.decimals - 2]);
  if (printed.percent && !quoted.percent) forms.push([printed.value / 100, printed.decimals + 2]);
  return forms.some(([value, decimals], form) => {
    const [from, target] = quoted.sign ? [value, quoted.value] : [Math.abs(value), Math.abs(quoted.value)];
    const unit = 10 ** -quoted.decimals;
    const slack = quoted.decimals > 0 && decimals > quoted.decimals ? 0.5 * unit : 0; // a half may go either way
    if (decimals < quoted.decimals && form === 0) return false;
    return Math.abs(from - target) <= slack + 1e-9 * Math.max(unit, Math.abs(from));
  });
}

/** The number with its last digit moved by one; keeps sign and digits. */
export function mutated(number: Quoted, by: 1 | -1): Quoted {
  return { ...number, text: 'mutant', value: Number((number.value + by * 10 ** -number.decimals).toPrecision(12)) };
}

/** How many digits count: 3 for 0.0250, 3 for 100. */
export function significantDigits({ text }: Quoted): number {
  return text
    .replace(/[eE×·⁻⁰¹²³⁴⁵⁶⁷⁸⁹].*/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;
}

/**
 * Every number of the prose of a notebook with what it is bound to.
 *
 * @param cells - The cells, sources and outputs joined. A cell may list in `metadata.holdout.given` the numbers that no
 *   run prints: years, page numbers, quotations. Entries may be phrases; their numbers count.
 */
export function bindings(cells: readonly Cell[]): Binding[] {
  const sections = sectionsOf(cells);
  const everything = sections.flatMap(({ printed }) => printed);
  return sections.flatMap(({ markdown, printed, computes }, s) => {
    const candidates = !computes ? everything : s === 0 ? printed : [...sections[0].printed, ...printed];
    return markdown.flatMap(({ id, source, metadata }) => {
      const given = ((metadata.holdout as { given?: string[] } | undefined)?.given ?? []).flatMap((entry) => [
        { text: entry, value: NaN, decimals: 0 },
        ...numbersIn(entry),
      ]);
      const judge = (number: Quoted): State => {
        if (candidates.some((candidate) => allows(candidate, number))) return 'bound';
        const isGiven = ({ text, value, decimals }: { text: string; value: number; decimals: number }) =>
          text === number.text || (Math.abs(value) === Math.abs(number.value) && decimals === number.decimals);
        return given.some(isGiven) ? 'given' : 'loose';
      };
      return numbersIn(proseOf(source)).map((number) => ({
        cell: id,
        number,
        state: judge(number),
        judge,
        candidates,
      }));
    });
  });
}

interface Section {
  markdown: Cell[];
  /** The numbers of its outputs and code. */
  printed: Quoted[];
  /** Whether one of its cells has an output. */
  computes: boolean;
}

function sectionsOf(cells: readonly Cell[]): Section[] {
  const sections: Section[] = [{ markdown: [], printed: [], computes: false }];
  for (const cell of cells) {
    const isMarkdown = cell.cell_type === 'markdown';
    if (isMarkdown && /^## /m.test(cell.source)) sections.push({ markdown: [], printed: [], computes: false });
    const section = sections[sections.length - 1];
    if (isMarkdown) section.markdown.push(cell);
    else {
      const texts = cell.outputs.map(({ text, data }) => text ?? data?.['text/markdown'] ?? data?.['text/plain'] ?? '');
      // A list of two numbers in code is no interval.
      section.printed.push(...numbersIn(cell.source).map((number) => ({ ...number, interval: false })));
      section.printed.push(...texts.flatMap((text) => numbersIn(String(text))));
      if (texts.length > 0) section.computes = true;
    }
  }
  return sections;
}

/** What to tell the author of a number that nothing binds. */
export function complaint(notebook: string, { cell, number, candidates }: Binding): string {
  const distance = ({ value, percent }: Quoted) => {
    const forms = [
      value,
      ...(number.percent && !percent ? [100 * value] : []),
      ...(percent && !number.percent ? [value / 100] : []),
    ];
    return Math.min(...forms.map((form) => Math.abs(Math.abs(form) - Math.abs(number.value))));
  };
  const nearest = [...new Set([...candidates].sort((a, b) => distance(a) - distance(b)).map(({ text }) => text))];
  return (
    `${notebook}, cell ${cell}: the prose says ${number.text} (“…${number.around.trim()}…”), but no output and no code ` +
    `of its section does; nearest: ${nearest.slice(0, 4).join(', ') || 'none, as there is no number'}. ` +
    `Correct the prose, print the number, or, if no run can print it (a year, a quotation), add "${number.text}" to the ` +
    `cell's metadata.holdout.given.`
  );
}
