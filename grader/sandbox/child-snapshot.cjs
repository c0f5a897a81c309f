'use strict';
// value of the submission's realm → tagged JSON, without running a line of the submission
//
// Only own data properties are read. A Proxy, a getter, a boxed value become tags that equal nothing; what JSON cannot
// say (NaN, -0, undefined, holes, cycles, typed arrays) is tagged; sizes are capped.

const { types } = require('util');

const VALUES = 200000;
const DEPTH = 500;
const STRING_LENGTH = 2 << 20;
const DIGITS = 2000;

const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { isArray } = Array;
const { is } = Object;
const { stringify } = JSON;
const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
const typedName = getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag).get;
const typedLength = getOwnPropertyDescriptor(typedArrayPrototype, 'length').get;
const dateTime = Date.prototype.getTime;
const forEachOfMap = Map.prototype.forEach;
const forEachOfSet = Set.prototype.forEach;

/** A tree of tags for `root`. Objects with a class, and functions, are kept in `handles` under a number. */
function snapshot(root, realm, handles) {
  const seen = new Map();
  let values = 0;
  return visit(root, 0);

  function visit(value, depth) {
    if (++values > VALUES) throw { limit: `has more than ${VALUES} values` };
    if (depth > DEPTH) throw { limit: `is nested deeper than ${DEPTH}` };
    switch (typeof value) {
      case 'boolean':
        return value;
      case 'string':
        if (value.length > STRING_LENGTH) throw { limit: `has a text longer than ${STRING_LENGTH}` };
        return value;
      case 'number':
        return Number.isFinite(value) && !is(value, -0)
          ? value
          : { $: 'number', v: is(value, -0) ? '-0' : String(value) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: digits(value) };
      case 'symbol':
        return { $: 'opaque', kind: 'symbol' };
      case 'function':
        if (types.isProxy(value)) return { $: 'opaque', kind: 'Proxy' };
        return { $: 'function', handle: keep(value), name: nameOf(value) };
    }
    if (value === null) return null;
    if (types.isProxy(value)) return { $: 'opaque', kind: 'Proxy' };
    const known = seen.get(value);
    if (known !== undefined) return { $: 'same', i: known };
    const i = seen.size;
    seen.set(value, i);
    return visitObject(value, i, depth + 1);
  }

  function visitObject(value, i, depth) {
    if (isArray(value)) return { $: 'array', i, v: visitArray(value, depth) };
    if (types.isTypedArray(value)) {
      const length = apply(typedLength, value, []);
      if (length > VALUES) throw { limit: `has more than ${VALUES} values` };
      const list = [];
      for (let k = 0; k < length; k++) list.push(visit(value[k], depth));
      return { $: 'typed', i, type: apply(typedName, value, []), v: list };
    }
    if (types.isDate(value)) return { $: 'date', i, v: visit(apply(dateTime, value, []), depth) };
    if (types.isNativeError(value))
      return {
        $: 'error',
        i,
        name: ownText(value, 'name', 'Error', 100),
        message: ownText(value, 'message', '', 2000),
      };
    if (types.isMap(value)) {
      const list = [];
      apply(forEachOfMap, value, [(entry, key) => list.push([visit(key, depth), visit(entry, depth)])]);
      return { $: 'map', i, v: list };
    }
    if (types.isSet(value)) {
      const list = [];
      apply(forEachOfSet, value, [(entry) => list.push(visit(entry, depth))]);
      return { $: 'set', i, v: list };
    }
    const kind = opaqueKind(value);
    if (kind) return { $: 'opaque', i, kind };
    return visitPlain(value, i, depth);
  }

  function visitArray(array, depth) {
    const { value: length } = getOwnPropertyDescriptor(array, 'length');
    if (length > VALUES) throw { limit: `has more than ${VALUES} values` };
    const list = [];
    for (let k = 0; k < length; k++) {
      const property = getOwnPropertyDescriptor(array, String(k));
      list.push(property ? visitProperty(property, depth) : { $: 'hole' });
    }
    return list;
  }

  function visitPlain(object, i, depth) {
    const list = [];
    for (const key of ownKeys(object)) {
      if (typeof key !== 'string') continue;
      const property = getOwnPropertyDescriptor(object, key);
      if (property && property.enumerable) list.push([key, visitProperty(property, depth)]);
    }
    const prototype = getPrototypeOf(object);
    if (prototype === null || prototype === realm.Object.prototype)
      return { $: 'object', i, v: list, handle: keep(object) };
    return { $: 'object', i, v: list, class: nameOf(readOwn(prototype, 'constructor')), handle: keep(object) };
  }

  function visitProperty(property, depth) {
    return 'value' in property ? visit(property.value, depth) : { $: 'opaque', kind: 'getter' };
  }

  function keep(value) {
    handles.set(handles.size + 1, value);
    return handles.size;
  }
}

function digits(value) {
  const text = String(value);
  if (text.length > DIGITS) throw { limit: `has a bigint of more than ${DIGITS} digits` };
  return text;
}

function opaqueKind(value) {
  if (types.isRegExp(value)) return 'RegExp';
  if (types.isPromise(value)) return 'Promise';
  if (types.isBoxedPrimitive(value)) return 'boxed primitive';
  if (types.isAnyArrayBuffer(value)) return 'ArrayBuffer';
  if (types.isDataView(value)) return 'DataView';
  if (types.isWeakMap(value) || types.isWeakSet(value)) return 'WeakMap';
  if (types.isGeneratorObject(value)) return 'generator';
  return undefined;
}

/** A data property of an object or of its prototypes; never a getter, never through a Proxy. */
function readOwn(object, name) {
  for (let level = 0; level < 20; level++) {
    if (object === null || (typeof object !== 'object' && typeof object !== 'function') || types.isProxy(object))
      return undefined;
    const property = getOwnPropertyDescriptor(object, name);
    if (property) return property.value;
    object = getPrototypeOf(object);
  }
  return undefined;
}

function ownText(object, name, otherwise, length) {
  const value = readOwn(object, name);
  return typeof value === 'string' ? value.slice(0, length) : otherwise;
}

function nameOf(constructor) {
  return typeof constructor === 'function' ? ownText(constructor, 'name', '', 80) : '';
}

/** What was thrown, in words. */
function describeError(error, realm) {
  try {
    if (error === null || typeof error !== 'object' || types.isProxy(error) || !types.isNativeError(error)) {
      return { kind: 'throw', name: 'NonError', message: printValue(error, 0).slice(0, 1000), stack: '' };
    }
    const property = getOwnPropertyDescriptor(error, 'stack');
    let stack = property && property.value;
    if (property && property.get && realm && property.get === realm.stackGetter) stack = apply(property.get, error, []);
    return {
      kind: 'throw',
      name: ownText(error, 'name', 'Error', 100),
      message: ownText(error, 'message', '', 4000),
      stack: typeof stack === 'string' ? stack.slice(0, 6000) : '',
    };
  } catch {
    return { kind: 'throw', name: 'NonError', message: 'an exception that cannot be printed', stack: '' };
  }
}

/** A value as `console.log` shows it. */
function printValue(value, depth) {
  switch (typeof value) {
    case 'string':
      return depth ? stringify(value) : value;
    case 'number':
      return is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return '[Function]';
    case 'symbol':
      return '[Symbol]';
    case 'object':
      break;
    default:
      return String(value);
  }
  if (value === null) return 'null';
  if (types.isProxy(value)) return '[Proxy]';
  if (depth > 2) return '[…]';
  try {
    if (types.isNativeError(value))
      return `${ownText(value, 'name', 'Error', 100)}: ${ownText(value, 'message', '', 2000)}`;
    if (isArray(value) || types.isTypedArray(value)) return printList(value, depth);
    const parts = [];
    for (const key of ownKeys(value)) {
      if (parts.length === 20) break;
      const property = getOwnPropertyDescriptor(value, key);
      if (typeof key === 'string' && property.enumerable) parts.push(`${key}: ${printProperty(property, depth)}`);
    }
    return parts.length ? `{ ${parts.join(', ')} }` : '{}';
  } catch {
    return '[object]';
  }
}

function printList(list, depth) {
  const length = isArray(list) ? getOwnPropertyDescriptor(list, 'length').value : apply(typedLength, list, []);
  const parts = [];
  for (let k = 0; k < length && k < 100; k++) {
    const property = getOwnPropertyDescriptor(list, String(k));
    parts.push(property ? printProperty(property, depth) : '<empty>');
  }
  if (length > 100) parts.push(`… ${length - 100} more`);
  return `[${parts.join(', ')}]`;
}

function printProperty(property, depth) {
  return 'value' in property ? printValue(property.value, depth + 1) : '[getter]';
}

module.exports = { describeError, printValue, readOwn, snapshot };
