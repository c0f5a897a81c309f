'use strict';
// grader → fd 0 → [this process: submission in a vm context] → fd 3 → grader
//
// The child of the sandbox. It is an oracle: a request names an exported function and its arguments, the reply carries
// the value. It holds no test, no expected value and no verdict, so that to forge a reply is to return a value.
// Whatever the submission can reach from its context is taken away before its first line runs.

const fs = require('fs');
const vm = require('vm');
const { types } = require('util');
// The whole path: for a relative one, Node 20.19.0-20.19.4, 22.12 and 23.0-23.4 look at the folder, which no permission opens.
const { describeError, printValue, readOwn, snapshot } = require(`${__dirname}/child-snapshot.cjs`);

const OUTPUT_CHARACTERS = 16384;
const REPLY_BYTES = 8 << 20;
const TIMERS = 10000;

// The host's own functions, kept before the submission could reach any of them.
const { parse, stringify } = JSON;
const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { readSync, writeSync } = fs;
const exit = process.reallyExit.bind(process);
const now = performance.now.bind(performance);
const startTimer = { once: setTimeout, again: setInterval };
const stopTimer = clearTimeout;
const pause = new Int32Array(new SharedArrayBuffer(4));
const waitForInput = Atomics.wait;

lockProcess();

const contextSource = fs.readFileSync(`${__dirname}/child-context.cjs`, 'utf8');
const contextScript = new vm.Script(contextSource, { filename: 'grader:context' });

let context; // the realm of the exercise in hand
let realm; // its intrinsics and helpers, taken before the submission ran
let library; // source of the course's library, compiled once a child
let exported; // module.exports of the exercise
let handles; // values of the realm that the grader holds by number
let timers = new Map();
let timerCount = 0;
let output = [];
let outputLength = 0;
let whenSettled; // continues the request whose promise is pending
let afterthought; // an error thrown outside any request
let unread = Buffer.alloc(0); // bytes of the request to come

process.on('unhandledRejection', (error) => (afterthought = describeError(error, realm)));
process.on('uncaughtException', (error) => (afterthought = describeError(error, realm)));

/** Defence in depth: should the context be escaped, `process` and `require` are of no use. */
function lockProcess() {
  const removed =
    'kill _kill _debugProcess _debugEnd _rawDebug _startProfilerIdleNotifier binding _linkedBinding dlopen abort chdir umask ' +
    'setuid setgid seteuid setegid setgroups initgroups getBuiltinModule mainModule openStdin loadEnvFile report permission ' +
    'send disconnect channel _channel execve env argv execArgv execPath stdin stdout stderr ppid _getActiveHandles ' +
    '_getActiveRequests getActiveResourcesInfo setSourceMapsEnabled setUncaughtExceptionCaptureCallback moduleLoadList ' +
    'exit reallyExit';
  for (const name of removed.split(' ')) {
    try {
      delete process[name];
      if (name in process) defineProperty(process, name, { value: undefined, writable: false, configurable: false });
    } catch {
      // A property that this version of Node does not let go is of no use without the permissions the process lacks.
    }
  }
  const Module = require('module');
  const deny = () => {
    throw new Error('not available');
  };
  Object.assign(Module, { _load: deny, createRequire: deny });
  Object.assign(Module.prototype, { require: deny, _compile: deny });
  // A list that is filled here goes to no one else: no other push, no setter for an index.
  Object.freeze(Array.prototype);
  Object.preventExtensions(Object.prototype);
}

/** Answers requests one after another; returns while a promise is pending, so that its timers and callbacks run. */
function serve() {
  for (;;) {
    let request;
    try {
      request = parse(readLine());
    } catch {
      exit(72);
    }
    outputLength = 0;
    try {
      if (answer(request) === 'pending') return;
    } catch (error) {
      replyWith(request, 'error', error);
    }
  }
}

function answer(request) {
  switch (request.op) {
    case 'library':
      library = new vm.Script(`(function (exports, require, module) {${request.source}\n})`, { filename: 'holdout' });
      return send({ id: request.id, value: { $: 'undefined' } });
    case 'load':
      return load(request);
    case 'property':
      return replyWith(request, 'value', realm.getProperty(handles.get(request.handle), request.name));
  }
  const [target, self] = callee(request);
  if (typeof target !== 'function') {
    return send({ id: request.id, error: { kind: 'no-export', message: `${request.name} is not a function` } });
  }
  const args = buildArguments(request.args);
  const box = request.op === 'construct' ? realm.construct(target, args) : realm.call(target, self, args);
  if (box.state === 'pending') {
    whenSettled = () => {
      replyWith(request, box.state, box.value, args, true);
      serve();
    };
    return 'pending';
  }
  return replyWith(request, box.state, box.value, args);
}

/** Evaluates a submission in a fresh realm and tells what it exports. */
function load(request) {
  openContext();
  realm.seedRandom(request.seed >>> 0);
  if (request.imports.includes('holdout')) {
    realm.addModule('holdout', () => library.runInContext(context));
  }
  const source = `(function (exports, require, module) {"use strict";${request.code}\n})`;
  const script = new vm.Script(source, { filename: request.filename, importModuleDynamically: undefined });
  exported = realm.evaluate(script.runInContext(context));
  const names = [];
  if (isObject(exported)) {
    for (const name of ownKeys(exported)) {
      if (typeof name !== 'string') continue;
      const property = getOwnPropertyDescriptor(exported, name);
      names.push([name, 'value' in property ? typeof property.value : 'getter']);
    }
  }
  return send({ id: request.id, names, output: takeOutput() });
}

function openContext() {
  for (const timer of timers.values()) stopTimer(timer);
  timers = new Map();
  handles = new Map();
  exported = undefined;
  afterthought = undefined;
  const codeGeneration = { strings: false, wasm: false };
  context = vm.createContext(Object.create(null), { name: 'submission', codeGeneration });
  realm = contextScript.runInContext(context)(host);
}

function callee(request) {
  if (request.handle !== undefined) {
    const self = handles.get(request.handle);
    return request.name === undefined ? [self, undefined] : [readOwn(self, request.name), self];
  }
  return [isObject(exported) ? realm.getProperty(exported, request.name) : undefined, undefined];
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !types.isProxy(value);
}

// What the realm may ask of the host. Every function takes and gives primitives, or arrays it does not hand back.
const host = {
  __proto__: null,
  log(args) {
    if (outputLength > OUTPUT_CHARACTERS) return;
    const printed = [];
    for (let i = 0; i < args.length && i < 50; i++) printed.push(printValue(args[i], 0));
    const line = printed.join(' ').slice(0, 2000);
    outputLength += line.length + 1;
    output.push(outputLength > OUTPUT_CHARACTERS ? '… output truncated' : line);
  },
  setTimer(fire, milliseconds, repeats) {
    const id = ++timerCount;
    if (timers.size > TIMERS) return id;
    const run = () => {
      if (!repeats) timers.delete(id);
      fire();
    };
    timers.set(id, (repeats ? startTimer.again : startTimer.once)(run, milliseconds));
    return id;
  },
  clearTimer(id) {
    stopTimer(timers.get(id));
    timers.delete(id);
  },
  now: () => now(),
  settled() {
    const proceed = whenSettled;
    whenSettled = undefined;
    if (proceed) proceed();
  },
};

/** Arguments of a request, built in the submission's own realm: `x instanceof Array` holds there. */
function buildArguments(encoded) {
  const seen = [];
  const args = new realm.Array();
  for (let k = 0; k < encoded.length; k++) define(args, k, build(encoded[k]));
  return args;

  function build(node) {
    if (node === null || typeof node !== 'object') return node;
    switch (node.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return node.v === '-0' ? -0 : +node.v;
      case 'bigint':
        return BigInt(node.v);
      case 'same':
        return seen[node.i];
      case 'handle':
        return handles.get(node.handle);
      case 'inline':
        return new vm.Script(`"use strict";(${node.source})`, { filename: 'test' }).runInContext(context);
      case 'made': {
        const made = realm.getProperty(realm.importModule('holdout'), node.name);
        const args = new realm.Array();
        for (let k = 0; k < node.args.length; k++) define(args, k, build(node.args[k]));
        const box = node.construct ? realm.construct(made, args) : realm.call(made, undefined, args);
        if (box.state !== 'value') throw box.value;
        return box.value;
      }
      case 'array': {
        const array = (seen[node.i] = new realm.Array());
        for (let k = 0; k < node.v.length; k++) {
          if (node.v[k] && node.v[k].$ === 'hole') array.length = k + 1;
          else define(array, k, build(node.v[k]));
        }
        return array;
      }
      case 'typed': {
        const array = (seen[node.i] = new realm[node.type](node.v.length));
        for (let k = 0; k < node.v.length; k++) array[k] = build(node.v[k]);
        return array;
      }
      case 'date':
        return (seen[node.i] = new realm.Date(build(node.v)));
      case 'map': {
        const map = (seen[node.i] = new realm.Map());
        for (const [key, value] of node.v) apply(realm.mapSet, map, [build(key), build(value)]);
        return map;
      }
      case 'set': {
        const set = (seen[node.i] = new realm.Set());
        for (const value of node.v) apply(realm.setAdd, set, [build(value)]);
        return set;
      }
      case 'object': {
        const object = (seen[node.i] = new realm.Object());
        for (const [key, value] of node.v) define(object, key, build(value));
        return object;
      }
    }
    throw new Error(`unknown tag ${node.$}`);
  }
}

function define(target, key, value) {
  defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function replyWith(request, state, value, args, promise) {
  const reply = { id: request.id, promise };
  try {
    if (state === 'value') {
      reply.value = snapshot(value, realm, handles);
      if (args) reply.args = snapshot(dataOf(args, request.args), realm, handles);
    } else {
      reply.error = describeError(value, realm);
    }
  } catch (error) {
    delete reply.value;
    reply.error = {
      kind: 'unreadable',
      message: `the result ${error && error.limit ? error.limit : 'could not be read'}`,
    };
  }
  reply.output = takeOutput();
  if (afterthought) reply.afterthought = afterthought;
  afterthought = undefined;
  send(reply);
}

/** The arguments that were sent as data: what was made here, or stays here, has nothing to tell the grader. */
function dataOf(args, encoded) {
  const data = [];
  for (let k = 0; k < args.length; k++) {
    const tag = encoded[k] && encoded[k].$;
    data.push(tag === 'made' || tag === 'handle' || tag === 'inline' ? undefined : args[k]);
  }
  return data;
}

function takeOutput() {
  const taken = output;
  output = [];
  return taken.length ? taken : undefined;
}

function send(reply) {
  let text = stringify(reply);
  if (text.length > REPLY_BYTES) {
    text = stringify({
      id: reply.id,
      error: { kind: 'unreadable', message: `the result has more than ${REPLY_BYTES} bytes` },
    });
  }
  const bytes = Buffer.from(`${text}\n`);
  let sent = 0;
  while (sent < bytes.length) {
    try {
      sent += writeSync(3, bytes, sent);
    } catch (error) {
      if (error.code !== 'EAGAIN') exit(70);
    }
  }
}

function readLine() {
  for (;;) {
    const end = unread.indexOf(10);
    if (end >= 0) {
      const line = unread.toString('utf8', 0, end);
      unread = unread.subarray(end + 1);
      return line;
    }
    const chunk = Buffer.allocUnsafe(65536);
    let count = 0;
    try {
      count = readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      if (error.code === 'EAGAIN') {
        waitForInput(pause, 0, 0, 2);
        continue;
      }
      if (error.code !== 'EOF') exit(71);
    }
    if (count === 0) exit(0); // the grader closed the pipe
    unread = Buffer.concat([unread, chunk.subarray(0, count)]);
  }
}

send({ hello: process.version });
serve();
