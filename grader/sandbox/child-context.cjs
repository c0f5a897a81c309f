// host functions → [this script, inside the submission's realm] → globals of the submission, helpers of the harness
//
// Runs before the submission's first line. No object of the host may reach the submission: an object's constructor's
// constructor is a way out. So every host function is called from here, its errors are caught here, and the helpers use
// the intrinsics kept here, which the submission cannot replace.
(function () {
  'use strict';
  const global = globalThis;
  const { apply, construct } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { imul } = Math;
  const OwnError = Error;
  const OwnTypeError = TypeError;
  const OwnRangeError = RangeError;
  const OwnPromise = Promise;
  const OwnMap = Map;
  const { get: mapGet, set: mapSet } = Map.prototype;
  const { then } = Promise.prototype;
  const resolve = Promise.resolve;

  // V8 would call prepareStackTrace with an array of the host's realm.
  defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
  Error.stackTraceLimit = 50; // the outermost call names the line that a file stops at
  defineProperty(global, 'Error', { value: Error, writable: false, configurable: false, enumerable: false });
  delete global.WebAssembly;
  delete global.SharedArrayBuffer;
  delete global.Atomics;

  // Deep copies of data, without a function of the host: what it does to the realm's own objects stays in the realm.
  const clone = (value, copies) => {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new OwnTypeError(`a ${typeof value} could not be cloned`);
    if (typeof value !== 'object' || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const keep = (copy) => (copies.set(value, copy), copy);
    if (ArrayBuffer.isView(value)) return keep(value.slice());
    if (value instanceof Date) return keep(new Date(value.getTime()));
    if (value instanceof Map) {
      const copy = keep(new Map());
      for (const [key, entry] of value) copy.set(clone(key, copies), clone(entry, copies));
      return copy;
    }
    if (value instanceof Set) {
      const copy = keep(new Set());
      for (const entry of value) copy.add(clone(entry, copies));
      return copy;
    }
    const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) copy[key] = clone(value[key], copies);
    return copy;
  };

  return function boot(host) {
    const { log, setTimer, clearTimer, now, settled } = host;
    const factories = new OwnMap();
    const loaded = new OwnMap();
    let allowed = 'nothing';
    const provide = (name, value) =>
      defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });

    const print = (...args) => {
      try {
        log(args);
      } catch {}
    };
    const nothing = () => {};
    provide('console', {
      log: print,
      info: print,
      warn: print,
      error: print,
      debug: print,
      table: print,
      trace: print,
      dir: print,
      assert: nothing,
      count: nothing,
      time: nothing,
      timeLog: nothing,
      timeEnd: nothing,
      group: nothing,
      groupEnd: nothing,
    });

    const timer =
      (repeats) =>
      (callback, milliseconds, ...args) => {
        if (typeof callback !== 'function') throw new OwnTypeError('the callback must be a function');
        const fire = () => {
          apply(callback, undefined, args);
        };
        let id = 0;
        const delay = +milliseconds || 0;
        try {
          id = setTimer(fire, delay, repeats);
        } catch {
          throw new OwnRangeError('the timer could not be set');
        }
        return id;
      };
    const clear = (id) => {
      if (typeof id !== 'number') return;
      try {
        clearTimer(id);
      } catch {}
    };
    const startOnce = timer(false);
    provide('setTimeout', startOnce);
    provide('setInterval', timer(true));
    provide('setImmediate', (callback, ...args) => startOnce(callback, 0, ...args));
    provide('clearTimeout', clear);
    provide('clearInterval', clear);
    provide('clearImmediate', clear);
    provide('queueMicrotask', (callback) => {
      apply(then, apply(resolve, OwnPromise, []), [() => callback()]);
    });
    provide('performance', {
      now() {
        try {
          return +now();
        } catch {
          return 0;
        }
      },
    });

    provide('structuredClone', (value) => clone(value, new OwnMap()));

    const require = (id) => {
      const known = apply(mapGet, loaded, [id]);
      if (known !== undefined) return known.exports;
      const factory = apply(mapGet, factories, [id]);
      if (factory === undefined) throw new OwnError("imports '" + id + "'; this exercise may import " + allowed);
      let body;
      try {
        body = factory();
      } catch {
        throw new OwnError("The module '" + id + "' could not be loaded");
      }
      const module = { exports: {} };
      apply(mapSet, loaded, [id, module]);
      apply(body, module.exports, [module.exports, require, module]);
      return module.exports;
    };

    const settle = async (promise, box) => {
      try {
        box.value = await promise;
        box.state = 'value';
      } catch (error) {
        box.value = error;
        box.state = 'error';
      }
      settled();
    };

    // For the harness only; the submission never sees this object.
    return {
      __proto__: null,
      Array,
      Object,
      Map,
      Set,
      Date,
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
      mapSet,
      setAdd: Set.prototype.add,
      stackGetter: (getOwnPropertyDescriptor(new OwnError('x'), 'stack') || {}).get,

      /** Math.random gives the same numbers in every run (mulberry32). */
      seedRandom(seed) {
        let state = seed | 0;
        const random = () => {
          state = (state + 0x6d2b79f5) | 0;
          let t = imul(state ^ (state >>> 15), 1 | state);
          t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
          return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
        };
        defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
      },
      addModule(id, factory) {
        apply(mapSet, factories, [id, factory]);
        allowed = 'only ' + id;
      },
      importModule: require,
      evaluate(body) {
        const module = { exports: {} };
        apply(body, module.exports, [module.exports, require, module]);
        return module.exports;
      },
      getProperty: (object, name) => object[name],
      call(target, self, args) {
        const box = { __proto__: null, state: 'pending', value: undefined };
        try {
          box.value = apply(target, self, args);
        } catch (error) {
          box.value = error;
          box.state = 'error';
          return box;
        }
        if (typeof box.value === 'object' && box.value instanceof OwnPromise) settle(box.value, box);
        else box.state = 'value';
        return box;
      },
      construct(target, args) {
        const box = { __proto__: null, state: 'value', value: undefined };
        try {
          box.value = construct(target, args);
        } catch (error) {
          box.value = error;
          box.state = 'error';
        }
        return box;
      },
    };
  };
})();
