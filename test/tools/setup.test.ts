// what a step of the set-up made → whether it is believed; what npm printed when it failed → the sentence about it

import { expect } from 'chai';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const lib = '../../tools/lib/';
const other = (own: string, choice: string[]) => choice.find((one) => one !== own)!;
const otherSystem = other(process.platform, ['linux', 'darwin']);
const otherProcessor = other(process.arch, ['x64', 'arm64']);

/** A lock file: its entry for a package, the version that is installed, and whether the package is missed. */
const cases: [string, object, string | undefined, boolean][] = [
  ['a package in its version', { version: '1.2.0' }, '1.2.0', false],
  ['a package that is not there', { version: '1.2.0' }, undefined, true],
  ['a package in another version', { version: '1.2.0' }, '1.2.1', true],
  ['a package for development, which NODE_ENV=production leaves out', { version: '1.2.0', dev: true }, undefined, true],
  ['an optional package of this system', optional(process.platform, process.arch), undefined, true],
  ['an optional package of another system', optional(otherSystem, process.arch), undefined, false],
  ['an optional package of another processor', optional(process.platform, otherProcessor), undefined, false],
  [
    'an optional package of this system, for another Node',
    optional(process.platform, process.arch, '^18.1 || >=99'),
    undefined,
    false,
  ],
  [
    'an optional package of this system, for this Node too',
    optional(process.platform, process.arch, '^8.16.0 || >=20.1'),
    undefined,
    true,
  ],
  ['an optional package that says nothing of systems', { version: '1.2.0', optional: true }, undefined, false],
  ['a package that names systems and is not optional', { version: '1.2.0', os: [process.platform] }, undefined, true],
];

function optional(os: string, cpu: string, node = '>=18') {
  return { version: '1.2.0', optional: true, os: [os], cpu: [cpu], engines: { node } };
}

/** What a program printed, and a word of the plain cause. */
const outputs: [string, string][] = [
  ['npm error code EAI_AGAIN\nnpm error request to https://packages.invalid/chai failed', 'there is no network'],
  ['npm error network request failed, reason: getaddrinfo ENOTFOUND packages.invalid', 'there is no network'],
  ['NewConnectionError: Failed to establish a new connection: [Errno -3]', 'there is no network'],
  ['error: Failed to fetch\n  Caused by: dns error', 'there is no network'],
  ['npm error code ENOTCACHED\nnpm error cache mode is only-if-cached', 'work offline'],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['SSLError(1, [SSL: CERTIFICATE_VERIFY_FAILED])', 'certificate'],
  ["EACCES: permission denied, open '.setup/lock'", 'you may not write'],
  ["EROFS: read-only file system, open '.setup/lock'", 'you may not write'],
  ['npm error code ENOSPC', 'the disk is full'],
  ['OSError: [Errno 28] No space left on device', 'the disk is full'],
];

describe('the set-up', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'holdout-setup-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, content: object | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const install = (name: string, version: string) => write(`node_modules/${name}/package.json`, { name, version });

  for (const [what, entry, installed, missed] of cases)
    it(`${missed ? 'misses' : 'does not miss'} ${what}`, async () => {
      const { packagesFault } = await import(`${lib}packages.mjs`);
      write('package-lock.json', { packages: { '': {}, 'node_modules/@a/b': entry } });
      if (installed) install('@a/b', installed);
      const fault = '1 of 1 npm packages are missing or have another version: @a/b';
      expect(packagesFault(folder)).to.equal(missed ? fault : undefined);
    });

  it('misses packages inside of packages and links that lead nowhere, and names the first five', async () => {
    const { packagesFault } = await import(`${lib}packages.mjs`);
    const inner = 'node_modules/a/node_modules/b';
    const names = ['c', 'd', 'e', 'f', 'g'].map((name) => [`node_modules/${name}`, { version: '1.0.0' }]);
    const packages = {
      'node_modules/a': { version: '3.0.0' },
      [inner]: { version: '2.0.0' },
      'node_modules/own': { link: true },
    };
    write('package-lock.json', { packages: { '': {}, ...packages, ...Object.fromEntries(names) } });
    install('a', '3.0.0');
    install('b', '2.0.0'); // at the top, where another version belongs
    expect(packagesFault(folder)).to.match(/^7 of 8 .*: b, own, c, d, e …$/);
    write(`${inner}/package.json`, { version: '2.0.0' });
    write('package.json', {});
    symlinkSync(folder, join(folder, 'node_modules', 'own'), 'junction');
    expect(packagesFault(folder)).to.match(/^5 of 8 /);
  });

  it('believes an npm ci that somebody typed only when it left nothing out', async () => {
    const { packagesRecord, recordPackages } = await import(`${lib}packages.mjs`);
    const { stepFault } = await import(`${lib}step.mjs`);
    const packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', dev: true } };
    write('package-lock.json', { packages: { '': {}, ...packages } });
    install('a', '1.0.0');
    expect(recordPackages(folder)).to.match(/^1 of 2 .*: b$/);
    expect(stepFault(packagesRecord(folder))).to.equal('it is missing or unfinished');
    install('b', '1.0.0');
    expect(recordPackages(folder)).to.equal(undefined);
    expect(stepFault(packagesRecord(folder))).to.equal(undefined);
    rmSync(join(folder, 'node_modules', 'a'), { recursive: true }); // later, by hand
    expect(stepFault(packagesRecord(folder))).to.match(/: a$/);
  });

  it('does a step again that failed, was cut off, or made less than it should, and never twice for nothing', async () => {
    const { step } = await import(`${lib}step.mjs`);
    const record = {
      stamp: join(folder, 'stamp'),
      key: 'k',
      fault: () => (existsSync(join(folder, 'product')) ? undefined : 'product is missing'),
    };
    let calls = 0;
    const attempt = (work: () => void) =>
      quietly(() => step('Making it', record, async () => (calls++, work()), { file: join(folder, 'lock') })).then(
        () => 'done',
        (error: Error) => error.message,
      );
    const failing = () => {
      throw new Error('it broke');
    };
    expect(await attempt(failing)).to.equal('it broke');
    expect(await attempt(() => {})).to.equal('Making it ended without an error, but product is missing');
    expect(existsSync(record.stamp)).to.equal(false);
    const make = () => writeFileSync(join(folder, 'product'), '');
    expect(await attempt(make)).to.equal('done');
    expect(await attempt(make)).to.equal('done');
    expect(calls).to.equal(3);
    rmSync(join(folder, 'product'));
    expect(await attempt(failing)).to.equal('it broke');
    make(); // what a killed program left behind looks whole, and is not believed
    expect(await attempt(make)).to.equal('done');
    expect(calls).to.equal(5);
    expect(readFileSync(record.stamp, 'utf8')).to.equal('k');
  });

  for (const [printed, says] of outputs)
    it(`says “${says}” of ${printed.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
      const { causeOf } = await import(`${lib}causes.mjs`);
      expect(causeOf(printed)).to.contain(says);
    });

  it('leaves an error of which nothing is known as it is', async () => {
    const { causeOf } = await import(`${lib}causes.mjs`);
    expect(causeOf("src/index.ts(3,7): error TS2304: Cannot find name 'x'.")).to.equal(undefined);
  });
});

async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

describe('the address of JupyterLab', () => {
  const interfaces = {
    lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
    eth0: [
      { address: '10.1.2.3', family: 'IPv4', internal: false },
      { address: 'fe80::1', family: 'IPv6', internal: false },
    ],
  };
  const table: [string, string, string[]][] = [
    ['localhost', 'http://localhost:8889/', ['http://localhost:8889/']],
    ['10.1.2.3', 'https://10.1.2.3:8889/', ['https://10.1.2.3:8889/']],
    ['0.0.0.0', 'http://3f2a9c:8889/base/', ['http://127.0.0.1:8889/base/', 'http://10.1.2.3:8889/base/']],
    ['::', 'https://3f2a9c:8889/', ['https://127.0.0.1:8889/', 'https://10.1.2.3:8889/']],
    ['', 'http://3f2a9c:8889/', ['http://127.0.0.1:8889/', 'http://10.1.2.3:8889/']],
  ];
  for (const [hostname, url, addresses] of table)
    it(`is ${addresses.join(', ')} for --ip=${hostname}`, async () => {
      const { addressesOf } = await import(`${lib}address.mjs`);
      expect(addressesOf({ url, hostname }, interfaces)).to.deep.equal(addresses);
    });

  it('is looked for only where a port can be opened: not where another program has it', async () => {
    const { canListen } = await import(`${lib}address.mjs`);
    expect(await canListen(0)).to.equal(true);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    expect(await canListen(port)).to.equal(false);
    other.close();
    await once(other, 'close');
    expect(await canListen(port)).to.equal(true);
  });
});
