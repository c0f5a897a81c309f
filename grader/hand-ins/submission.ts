// what somebody handed in → the text of each exercise, or why there is none
//
// Folders and archives are searched to a depth, in any layout. Where an exercise is there more than once, the rule is:
// an answer before an untouched stub, the newest attempt, the exact name before a renamed file, exercises/ before other
// folders, what is nearer to the top, and at last the name that sorts last. What was decided is said.

import { Budget, isArchive, openArchive, type Opened } from './archive';
import { isIgnored, itemAt, Unreadable, type Item } from './item';
import { fitOf, type Fit } from './names';
import { attemptIn } from './platforms';
import { decode } from './text';

/** The most that one exercise may have. */
export const FILE_BYTES = 256 * 1024;
/** The most files and folders of a hand-in that are looked at, how deep, and how many archives one inside the other. */
const ITEMS = 20_000;
const DEPTH = 12;
const NESTED = 3;
/** The most files that are read for one exercise. */
const COPIES = 40;
/** The most reasons and names of files in a message. */
const LIST = 6;

/** What is needed to know of an exercise in order to find it. */
export interface Wanted {
  slug: string;
  tasks: { id: number }[];
}

/** The text of an exercise file, with what its reader had to decide; or why there is none. */
export type Source = { text: string; note?: string } | { problem: string };

export interface Submission {
  /** The text of an exercise, or why there is none. */
  source(slug: string): Source;
  /** Why there is no exercise at all. */
  problem?: string;
}

interface Candidate {
  /** From the top of the hand-in, for messages. */
  place: string;
  fit: Fit;
  depth: number;
  attempt: string;
  source: Source;
}

/** Reads a folder, an archive or a single file. Never throws for what is in it. */
export function readSubmission(path: string, exercises: Wanted[]): Promise<Submission> {
  return readHandIn(itemAt(path), exercises);
}

/** Reads a hand-in: everything that is needed of it, and no more. */
export async function readHandIn(top: Item, exercises: Wanted[]): Promise<Submission> {
  const search = new Search(exercises);
  if (top.kind === 'file' && !isArchive(top)) await search.file(top, '', 0, '');
  else await search.enter(top, '', 0, 0, '');
  search.close();
  const sources = new Map(exercises.map((one) => [one.slug, search.choose(one)]));
  const problem = [...sources.values()].every((source) => 'problem' in source) ? search.whyNothing(top) : undefined;
  return {
    problem,
    source: (slug) => sources.get(slug) ?? { problem: `${slug}.ts was not asked for` },
  };
}

class Search {
  private readonly found = new Map<string, Candidate[]>();
  /** What could not be read, as sentences. */
  private readonly troubles: string[] = [];
  /** What is no exercise. */
  private readonly others: string[] = [];
  private readonly opened: Opened[] = [];
  private seen = 0;
  private readonly budget = new Budget();

  constructor(private readonly exercises: Wanted[]) {}

  close(): void {
    this.opened.forEach((one) => one.close());
  }

  /** Searches a folder or an archive. `place` ends with a slash. */
  async enter(item: Item, place: string, depth: number, nested: number, attempt: string): Promise<void> {
    const name = place.replace(/\/$/, '') || 'it';
    if (item.kind === 'refused') return this.trouble(name, item.problem!);
    if (depth > DEPTH) return this.trouble(name, `is more than ${DEPTH} folders deep, and was not looked at`);
    if (nested > NESTED)
      return this.trouble(name, `is an archive in more than ${NESTED} others, and was not looked at`);
    let items: Item[];
    try {
      let root = item;
      if (item.kind === 'file') {
        const opened = await openArchive(item, this.budget);
        this.opened.push(opened);
        root = opened.root;
      }
      items = await root.list();
    } catch (error) {
      return this.trouble(name, reason(error));
    }
    for (const one of items.sort((a, b) => byName(a.name, b.name))) {
      if (isIgnored(one.name)) continue;
      if (++this.seen > ITEMS) {
        if (this.seen === ITEMS + 1)
          this.trouble('it', `has more than ${ITEMS} files and folders; the rest was not looked at`);
        return;
      }
      const at = `${place}${one.name}`;
      const newest = (one.attempt ?? (one.kind === 'folder' && attemptIn(one.name))) || attempt;
      if (one.kind === 'folder') await this.enter(one, `${at}/`, depth + 1, nested, newest);
      else if (isArchive(one)) await this.enter(one, `${at}/`, depth + 1, nested + 1, newest);
      else await this.file(one, place, depth, newest);
    }
  }

  async file(item: Item, place: string, depth: number, attempt: string): Promise<void> {
    const fits = this.exercises.map(({ slug }) => ({ slug, fit: fitOf(item.name, slug) }));
    const sure = fits.filter(({ fit }) => fit && fit !== 'similar');
    for (const { slug, fit } of sure.length > 0 ? sure : fits) {
      if (!fit) continue;
      const before = this.found.get(slug) ?? [];
      if (before.length === COPIES)
        this.trouble(slug, `is there more than ${COPIES} times; the rest was not looked at`);
      if (before.length >= COPIES) continue;
      const source = fit === 'similar' ? { problem: '' } : await sourceOf(item);
      const candidate = { place: `${place}${item.name}`, fit, depth, attempt, source };
      this.found.set(slug, [...before, candidate]);
    }
    if (fits.some(({ fit }) => fit)) return;
    if (item.kind === 'refused') this.trouble(`${place}${item.name}`, item.problem!);
    else this.others.push(`${place}${item.name}`);
  }

  /** The text that counts, by the rule at the top of this file. */
  choose({ slug, tasks }: Wanted): Source {
    const name = `${slug}.ts`;
    const all = this.found.get(slug) ?? [];
    const isSolution = ({ place }: Candidate) => /(?:^|\/)solutions\//i.test(place);
    const fitting = all.filter((one) => one.fit !== 'similar' && !isSolution(one));
    const named = fitting.filter(({ fit }) => fit !== 'short');
    const candidates = named.length > 0 ? named : fitting;
    const ranked = [...candidates]
      .reverse() // of two entries of one name in an archive the last counts
      .map((one) => ({ one, rank: rankOf(one, tasks) }))
      .sort((a, b) => compare(b.rank, a.rank))
      .map(({ one }) => one);
    const best = ranked[0];
    if (!best)
      return {
        problem: this.whyMissing(
          name,
          all.filter((one) => one.fit === 'similar'),
          all.some(isSolution),
        ),
      };
    const { source } = best;
    if ('problem' in source) return { problem: `${best.place} ${source.problem}` };
    const notes: string[] = [];
    if (source.note) notes.push(`${best.place} ${source.note}`);
    if (best.fit !== 'exact') notes.push(`${best.place} was read as ${name}`);
    const rivals = ranked.filter(
      ({ source: other }) => 'text' in other && other.text !== source.text && !isStub(other.text, tasks),
    );
    if (rivals.length > 0 && !isStub(source.text, tasks))
      notes.push(
        `${name} was handed in ${rivals.length + 1} times, differently: ${best.place} counts, not ${listed(rivals.map(({ place }) => place))}`,
      );
    return notes.length > 0 ? { text: source.text, note: notes.join('; ') } : { text: source.text };
  }

  private whyMissing(name: string, similar: Candidate[], hasSolution: boolean): string {
    const hint = similar[0] && `; is it ${similar[0].place}? Give it the name ${name}`;
    const solution = hasSolution && `; solutions/ is not read: an answer stands in exercises/`;
    const troubles = this.troubles.length > 0 && `; ${listed(this.troubles)}`;
    return `${name} is missing${hint || solution || ''}${troubles || ''}`;
  }

  /** Why no exercise at all could be read. */
  whyNothing(top: Item): string {
    if (this.found.size > 0) {
      const reasons = this.exercises
        .map((one) => this.choose(one))
        .map((source) => ('problem' in source ? source.problem : ''));
      return listed(reasons.filter((_, i) => this.found.has(this.exercises[i].slug)));
    }
    if (this.troubles.length > 0) return `no exercise could be read: ${listed(this.troubles)}`;
    if (this.others.length > 0)
      return `there is no exercise in it, but ${listed(this.others)}; an exercise has its name, such as ${this.exercises[0].slug}.ts`;
    return top.kind === 'folder' ? 'the folder is empty' : 'there is nothing in it';
  }

  private trouble(name: string, problem: string): void {
    this.troubles.push(`${name} ${problem}`);
  }
}

async function sourceOf(item: Item): Promise<Source> {
  if (item.kind === 'refused') return { problem: item.problem! };
  try {
    return decode(await item.read(FILE_BYTES));
  } catch (error) {
    return { problem: reason(error) };
  }
}

function reason(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  throw error;
}

/** Higher is better, compared from left to right. */
function rankOf({ place, fit, depth, attempt, source }: Candidate, tasks: Wanted['tasks']): (number | string)[] {
  const isText = 'text' in source;
  return [
    Number(isText && !isStub(source.text, tasks)),
    Number(isText),
    attempt,
    Number(fit === 'exact'),
    Number(/(?:^|\/)exercises\//i.test(place)),
    -depth,
    place,
  ];
}

/** `2` before `10`. */
const byName = new Intl.Collator('en', { numeric: true }).compare;

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    const order = typeof value === 'number' ? value - Number(other) : byName(value, String(other));
    if (order !== 0) return order;
  }
  return 0;
}

/** Does every task still throw what the stub throws? */
function isStub(text: string, tasks: Wanted['tasks']): boolean {
  return tasks.every(({ id }) => new RegExp(`throw new Error\\(\\s*['"\`]Task ${id}:`).test(text));
}

function listed(items: string[]): string {
  const more = items.length - LIST;
  return `${items.slice(0, LIST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
