// npm run wasm:build: wasm/*.ts (AssemblyScript) → src/tensor/wasm-binary.ts. With --check it writes nothing and fails
// when the committed file is not what the sources give.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'src/tensor/wasm-binary.ts';

let asc;
try {
  asc = await import('assemblyscript/asc');
} catch {
  console.error('wasm:build: the AssemblyScript compiler is needed and not installed; run npm ci --prefix tools');
  process.exit(1);
}

let binary;
const { error, stderr } = await asc.main(
  [
    'wasm/index.ts',
    '-O3',
    '--enable',
    'simd',
    '--runtime',
    'stub',
    '--noAssert',
    '--importMemory',
    '--noExportMemory',
  ].concat(['--zeroFilledMemory', '--initialMemory', '16', '--baseDir', root, '--outFile', 'loops.wasm']),
  { writeFile: (name, contents) => name.endsWith('.wasm') && (binary = contents) },
);
process.stderr.write(String(stderr));
if (error) process.exit(1);

const lines = Buffer.from(binary)
  .toString('base64')
  .match(/.{1,110}/g);
const source = [
  '// Made by `npm run --prefix tools wasm:build` from wasm/. Do not edit.',
  '',
  `/** The compiled loops: ${binary.length} bytes of WebAssembly, in base64. */`,
  'export const wasmBinary: string =',
  lines.map((line) => `  '${line}'`).join(' +\n') + ';',
  '',
].join('\n');

if (process.argv.includes('--check')) {
  const committed = (await readFile(new URL(`../${target}`, import.meta.url), 'utf8')).replaceAll('\r\n', '\n');
  if (committed !== source) {
    console.error(
      `wasm:build --check: ${target} is not what wasm/ gives; run npm run --prefix tools wasm:build and commit it`,
    );
    process.exit(1);
  }
  console.log(`${target} is what wasm/ gives (${binary.length} bytes)`);
} else {
  await writeFile(new URL(`../${target}`, import.meta.url), source);
  console.log(`${target}: ${binary.length} bytes`);
}
