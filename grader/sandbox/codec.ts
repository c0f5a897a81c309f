// plain values ⇄ tagged JSON of the sandbox (child-snapshot.cjs is the other end)
//
// What comes from the child is data and nothing else: no callable, no getter, no prototype of the submission. A decoded
// value can be awaited, printed and compared without running a line of it.

/** Something that has no plain form (a Proxy, a getter, a symbol). It equals nothing. */
export class Opaque {
  constructor(readonly kind: string) {}
  toString(): string {
    return `<${this.kind}>`;
  }
}

/** A function, or an object with methods, that lives in the sandbox: an argument for `invoke` and `property`. */
export class Remote {
  constructor(
    readonly handle: number,
    /** Name of the class or of the function; empty when it has none. */
    readonly className: string,
  ) {}
  toString(): string {
    return `<function ${this.className}>`;
  }
}

// A weak map and not a property: nothing of the grader shows when a value is printed.
const remotes = new WeakMap<object, Remote>();

/** The remote half of a value that has one. */
export function remoteOf(value: unknown): Remote | undefined {
  return value instanceof Remote ? value : remotes.get(value as object);
}

/** An argument that the course's library makes inside the sandbox, e.g. `made('createRng', 42)`. */
export class Made {
  constructor(
    readonly name: string,
    readonly args: unknown[],
    readonly construct: boolean,
  ) {}
  toString(): string {
    return `${this.construct ? 'new ' : ''}${this.name}(…)`;
  }
}

/** A function of the spec that runs beside the answer; its source must stand on its own. */
export class Inline {
  constructor(readonly run: (...args: never[]) => unknown) {}
  get source(): string {
    return this.run.toString();
  }
}

/** Argument: what `name(...args)` of `holdout` gives, made inside the sandbox. */
export const made = (name: string, ...args: unknown[]) => new Made(name, args, false);
/** Argument: `new name(...args)` of `holdout`, made inside the sandbox. */
export const madeNew = (name: string, ...args: unknown[]) => new Made(name, args, true);
/** Argument: a callback. It may use its parameters and JavaScript's own objects, nothing of the spec around it. */
export const inline = (run: (...args: never[]) => unknown) => new Inline(run);

/** Thrown when a reply is not one that an unbroken child writes (`forged`), or stands for too much (`unreadable`). */
export class ReplyError extends Error {
  override name = 'ReplyError';
  constructor(
    message: string,
    readonly kind: 'forged' | 'unreadable' = 'forged',
  ) {
    super(message);
  }
}

const typedArrays: Record<string, new (length: number) => { [k: number]: number | bigint }> = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  BigInt64Array,
  BigUint64Array,
};
const specialNumbers: Record<string, number> = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity, '-0': -0 };
const VALUES = 250000;
const DEPTH = 600;

type Node = { $?: unknown; i?: number; v?: unknown; [key: string]: unknown };

/** The value that a reply stands for. @throws ReplyError */
export function decode(root: unknown): unknown {
  if (isPrimitive(root)) return root;
  const seen = new Map<number, unknown>();
  const sizes = new Map<number, number>(); // values below an object that is complete
  let values = 0;
  try {
    return visit(root, 0);
  } catch (error) {
    // A forged reply may hold a number where a bigint is due, or a name that is no text.
    throw error instanceof ReplyError ? error : new ReplyError('the reply has no known form');
  }

  function visit(node: unknown, depth: number): unknown {
    const before = values;
    const value = visitNode(node, depth);
    const i = (node as Node | null)?.i;
    if (i !== undefined && (node as Node).$ !== 'same') sizes.set(i, values - before);
    return value;
  }

  // Forty lists that each hold the next one twice are a short reply and 2⁴⁰ values to whoever walks through them.
  function shared(i: number): unknown {
    if (!seen.has(i)) throw new ReplyError('the reply has no known form');
    const size = sizes.get(i);
    if (size === undefined) return new Opaque('cycle');
    count(size);
    return seen.get(i);
  }

  function count(more: number): void {
    values += more;
    if (values > VALUES) throw new ReplyError(`the result has more than ${VALUES} values`, 'unreadable');
  }

  function visitNode(node: unknown, depth: number): unknown {
    count(1);
    if (depth > DEPTH) throw new ReplyError('the reply is nested too deeply');
    if (isPrimitive(node)) return node;
    if (typeof node !== 'object' || Array.isArray(node)) throw new ReplyError('the reply has no known form');
    const rest = node as Node;
    const { $: tag, i, v } = rest;
    const keep = <T>(value: T): T => {
      seen.set(i as number, value);
      return value;
    };
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'number':
        if (typeof v === 'string' && Object.hasOwn(specialNumbers, v)) return specialNumbers[v];
        break;
      case 'bigint':
        if (typeof v === 'string' && /^-?\d{1,2000}$/.test(v)) return BigInt(v);
        break;
      case 'same':
        return shared(i as number);
      case 'opaque':
        return keep(new Opaque(String(rest.kind)));
      case 'function':
        return new Remote(Number(rest.handle), String(rest.name));
      case 'array': {
        const array: unknown[] = keep([]);
        list(v).forEach((entry, k) => {
          if (isPrimitive(entry)) {
            count(1);
            array[k] = entry;
          } else if ((entry as Node).$ === 'hole') array.length = k + 1;
          else array[k] = visit(entry, depth + 1);
        });
        return array;
      }
      case 'typed': {
        if (typeof rest.type !== 'string' || !Object.hasOwn(typedArrays, rest.type)) break;
        const entries = list(v);
        const array = keep(new typedArrays[rest.type](entries.length));
        entries.forEach((entry, k) => (array[k] = visit(entry, depth + 1) as number));
        return array;
      }
      case 'date':
        return keep(new Date(Number(visit(v, depth + 1))));
      case 'error': {
        const error = keep(new Error(String(rest.message)));
        error.name = String(rest.name);
        return error;
      }
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const pair of list(v)) map.set(visit(list(pair)[0], depth + 1), visit(list(pair)[1], depth + 1));
        return map;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const entry of list(v)) set.add(visit(entry, depth + 1));
        return set;
      }
      case 'object': {
        const object: Record<string, unknown> = keep({});
        for (const pair of list(v)) {
          const [key, value] = list(pair);
          // `{length: 4e9}` would make Array.from in a spec build a list that fills the grader's memory.
          const decoded =
            key === 'length' && typeof value === 'number' ? new Opaque('length') : visit(value, depth + 1);
          Object.defineProperty(object, String(key), {
            value: decoded,
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
        remotes.set(object, new Remote(Number(rest.handle), rest.class === undefined ? '' : String(rest.class)));
        return object;
      }
    }
    throw new ReplyError('the reply has no known form');
  }
}

function isPrimitive(value: unknown): value is null | boolean | string | number {
  return value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new ReplyError('the reply has no known form');
  return value;
}

/** The tags for a list of arguments. @throws TypeError for what cannot be sent, e.g. a function without `inline` */
export function encode(args: unknown[]): unknown[] {
  const seen = new Map<object, number>();
  return args.map(visit);

  function visit(value: unknown): unknown {
    switch (typeof value) {
      case 'boolean':
      case 'string':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'function':
      case 'symbol':
        throw new TypeError(`an argument of the answer cannot be a ${typeof value}; wrap a callback in inline(…)`);
    }
    if (value === null) return null;
    if (value instanceof Remote) return { $: 'handle', handle: value.handle };
    if (value instanceof Made)
      return { $: 'made', name: value.name, construct: value.construct, args: value.args.map(visit) };
    if (value instanceof Inline) return { $: 'inline', source: value.source };
    const instance = remotes.get(value as object);
    if (instance?.className) return { $: 'handle', handle: instance.handle };
    const known = seen.get(value as object);
    if (known !== undefined) return { $: 'same', i: known };
    const i = seen.size;
    seen.set(value as object, i);
    if (Array.isArray(value)) {
      return { $: 'array', i, v: Array.from(value, (entry, k) => (k in value ? visit(entry) : { $: 'hole' })) };
    }
    if (ArrayBuffer.isView(value)) {
      return { $: 'typed', i, type: value.constructor.name, v: Array.from(value as Float64Array, visit) };
    }
    if (value instanceof Date) return { $: 'date', i, v: visit(value.getTime()) };
    if (value instanceof Map) return { $: 'map', i, v: [...value].map(([key, entry]) => [visit(key), visit(entry)]) };
    if (value instanceof Set) return { $: 'set', i, v: [...value].map(visit) };
    return { $: 'object', i, v: Object.entries(value as object).map(([key, entry]) => [key, visit(entry)]) };
  }
}

/** True for values that hold no function and no object with a class: a copy of them is as good as they are. */
export function isData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (value instanceof Remote || value instanceof Opaque) return false;
  if (Array.isArray(value)) return value.every(isData);
  if (ArrayBuffer.isView(value)) return true;
  const instance = remotes.get(value);
  return instance !== undefined && !instance.className && Object.values(value).every(isData);
}

/** A deep copy of data. */
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyData);
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice();
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyData(entry)]));
}
