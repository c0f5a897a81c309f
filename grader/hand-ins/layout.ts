// folder or archive of a class → its hand-ins, one for each learner, and what belongs to none
//
// A folder, an archive or a file is never split between two people without a sign: the names that a learning platform
// gives, or the same exercise side by side in at least three places. What is beside the hand-ins has a line of its own.

import { Budget, isArchive, openArchive, type Opened } from './archive';
import { folder, isIgnored, itemAt, type Item } from './item';
import { fitOf, ownerIn } from './names';
import { attemptIn, platformName, type Owner } from './platforms';

/** So many places with the same exercise, side by side, are those of different people. */
const SEVERAL = 3;
const DEPTH = 6;

export interface HandIn {
  /** As the folder, the archive or the platform calls it. */
  name: string;
  owner?: Owner;
  /** Everything of this learner. */
  item: Item;
}

export interface HandIns {
  handIns: HandIn[];
  /** What was handed in by nobody, as sentences. */
  unused: string[];
  /** Closes the archives: to be called when all is read. */
  close(): void;
}

/** The hand-in at a path, when it is known to be one. */
export function oneHandIn(path: string): HandIn {
  const item = itemAt(path);
  return { name: item.name, item };
}

/**
 * Finds the hand-ins in a folder of a class, in an archive of it, or the one that a path is.
 *
 * @param slugs of the exercises that are graded
 */
export async function findHandIns(path: string, slugs: string[]): Promise<HandIns> {
  const layout = new Layout(slugs);
  const top = itemAt(path);
  const found = isContainer(top) ? await layout.within(top, top.name, '', 0) : [];
  // An archive or a file that is given by itself is a hand-in, also when it is empty.
  const isItself = top.kind !== 'folder' && (found.length === 0 || (found.length === 1 && !found[0].owner));
  const handIns = isItself ? [{ name: top.name, item: top }] : found;
  return { handIns, unused: layout.unused, close: () => layout.close() };
}

const isContainer = (item: Item) => item.kind === 'folder' || isArchive(item);

class Layout {
  readonly unused: string[] = [];
  private readonly opened: Opened[] = [];

  constructor(private readonly slugs: string[]) {}

  close(): void {
    this.opened.forEach((one) => one.close());
  }

  /**
   * The hand-ins in a folder or an archive; itself, when it is one.
   *
   * @param name of its row, when it is one
   * @param inside what stands before the names of those in it
   */
  async within(item: Item, name: string, inside: string, depth: number): Promise<HandIn[]> {
    const self = [{ name, item }];
    let items: Item[];
    try {
      items = await this.open(item);
    } catch {
      return self; // its reader says why
    }
    if (depth > DEPTH || (await this.isOne(items))) return self;
    const { groups, loose, containers, others } = this.sorted(items);
    const count = groups.size + loose.length + containers.length;
    if (count === 0 && depth > 0) return self;
    const before = this.unused.length;
    this.leftOver(others, inside);
    if (count === 1 && containers.length === 1) {
      const [only] = containers;
      const inner = await this.within(only, `${inside}${only.name}`, inside, depth + 1);
      if (inner.length > 1 || inner[0]?.owner) return inner;
      this.unused.length = before; // what is beside an answer is not beside a hand-in
      this.leftOver(others, inside);
      return [{ name: `${inside}${only.name}`, item: only }];
    }
    const handIns: HandIn[] = [...groups.values()].map((one) => ({ ...one, name: `${inside}${one.name}` }));
    for (const one of [...loose, ...containers]) {
      const row = { name: `${inside}${one.name}`, item: one };
      const isClass = isContainer(one) && (await this.isClass(one));
      handIns.push(...(isClass ? await this.within(one, row.name, `${row.name}/`, depth + 1) : [row]));
    }
    return handIns.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Sorts what is in the folder of a class. */
  private sorted(items: Item[]) {
    const groups = new Map<string, HandIn>();
    const [loose, containers, others]: Item[][] = [[], [], []];
    const join = (key: string, name: string, owner: Owner | undefined, one: Item) => {
      const group = groups.get(key);
      const parts = group ? [...(group.item as Gathered).parts, one] : [one];
      groups.set(key, { name: group?.name ?? name, owner, item: gathered(key, parts) });
    };
    for (const one of [...items].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const named = isIgnored(one.name) ? undefined : platformName(one.name);
      const slug = this.slugs.find((each) => ['exact', 'renamed', 'short'].includes(fitOf(one.name, each) ?? ''));
      const owner = slug && ownerIn(one.name, slug);
      if (isIgnored(one.name)) others.push(one);
      else if (named && one.kind !== 'refused')
        join(named.key, named.file ? named.key : one.name, named.owner, {
          ...one,
          name: named.file ?? one.name,
          attempt: named.attempt,
        });
      else if (isContainer(one)) containers.push(one);
      else if (owner && one.kind === 'file') join(`${owner}\0`, owner, undefined, one);
      else if (slug || one.kind === 'refused' || /\.[mc]?[jt]sx?(?:\.txt)?$/i.test(one.name)) loose.push(one);
      else others.push(one);
    }
    return { groups, loose, containers, others };
  }

  /** Are these the parts of one hand-in? Its exercises are in exercises/ or at the top, and nobody else's are beside them. */
  private async isOne(items: Item[]): Promise<boolean> {
    const exercises = items.find((one) => one.kind === 'folder' && /^exercises$/i.test(one.name));
    if (exercises && this.exercisesIn(await exercises.list().catch(() => [])).size > 0) return true;
    const { groups, loose, containers } = this.sorted(items);
    if (groups.size > 0 || loose.length === 0) return false;
    if (Math.max(0, ...this.exercisesIn(loose).values()) >= SEVERAL) return false;
    if (containers.length === 0) return true;
    if (this.exercisesIn(loose).size === 0) return false;
    const people = await Promise.all(containers.map((one) => this.isLikeAHandIn(one)));
    return people.filter(Boolean).length < 2;
  }

  /** Is this a class of its own within a class: a section, a zip of all? */
  private isClass(item: Item, budget = new Budget()): Promise<boolean> {
    return this.probe(item, budget, async (items) => {
      if (await this.isOne(items)) return false;
      const { groups, containers, loose } = this.sorted(items);
      if ([...groups.values()].some(({ owner }) => owner)) return true;
      const all = [...loose, ...containers, ...[...groups.values()].map((one) => one.item)];
      if (all.length === 1 && containers.length === 1) return this.isClass(containers[0], budget);
      if (all.length < SEVERAL || all.every(({ name }) => attemptIn(name) !== undefined)) return false;
      const below = await Promise.all(all.map((one) => this.exercisesBelow(one, 0, budget)));
      return this.slugs.some((slug) => below.filter((slugs) => slugs.has(slug)).length >= SEVERAL);
    });
  }

  /** An archive, an empty folder, or a folder with an exercise or an archive in it. */
  private async isLikeAHandIn(item: Item): Promise<boolean> {
    if (isArchive(item)) return true;
    const items = await item.list().catch(() => []);
    return items.length === 0 || items.some(isArchive) || (await this.exercisesBelow(item, 0, new Budget())).size > 0;
  }

  /** How often each exercise is in a list, by its name. */
  private exercisesIn(items: Item[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { name, kind } of items) {
      if (kind !== 'file') continue;
      const slug = this.slugs.find((one) => ['exact', 'renamed'].includes(fitOf(name, one) ?? ''));
      if (slug) counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    return counts;
  }

  private async exercisesBelow(item: Item, depth: number, budget: Budget): Promise<Set<string>> {
    if (item.kind === 'file' && !isArchive(item)) return new Set(this.exercisesIn([item]).keys());
    if (depth > DEPTH || isIgnored(item.name) || /^(?:solutions|test)$/i.test(item.name)) return new Set();
    return this.probe(item, budget, async (items) => {
      const slugs = new Set(this.exercisesIn(items).keys());
      for (const one of items.filter(isContainer))
        for (const slug of await this.exercisesBelow(one, depth + 1, budget)) slugs.add(slug);
      return slugs;
    });
  }

  /** Looks into a folder or an archive, and closes it again. One that cannot be read looks empty: its reader says why. */
  private async probe<T>(item: Item, budget: Budget, look: (items: Item[]) => Promise<T>): Promise<T> {
    if (item.kind !== 'file') return look(await item.list().catch(() => []));
    const opened = await openArchive(item, budget).catch(() => undefined);
    try {
      return await look(opened ? await opened.root.list() : []);
    } finally {
      opened?.close();
    }
  }

  private async open(item: Item): Promise<Item[]> {
    if (item.kind === 'folder') return item.list();
    const opened = await openArchive(item, new Budget());
    this.opened.push(opened);
    return opened.root.list();
  }

  private leftOver(items: Item[], place: string): void {
    for (const { name, kind, problem } of items)
      this.unused.push(
        `${place}${name}: ${problem ?? (isIgnored(name) ? 'made by a system or a tool' : kind === 'file' ? 'no exercise, and no archive' : 'not read')}`,
      );
  }
}

/** Several items of one learner. */
interface Gathered extends Item {
  parts: Item[];
}

function gathered(name: string, parts: Item[]): Gathered {
  const [only] = parts;
  return { ...(parts.length === 1 && only.kind === 'folder' ? only : folder(name, async () => parts)), parts };
}
