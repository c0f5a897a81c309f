// What a reader of this project may rely on, beyond what the compiler and the formatter hold.
import tseslint from 'typescript-eslint';

const seeded = 'Results come from a seed alone: take an Rng as an argument.';
const sameBits = 'Its bits differ between runtimes: take it from src/tensor/math.ts.';

const differing = ['exp', 'log', 'pow', 'sin', 'cos', 'tanh', 'log1p', 'expm1'];
const reproducible = [
  { object: 'Math', property: 'random', message: seeded },
  { object: 'Date', property: 'now', message: seeded },
  ...differing.map((property) => ({ object: 'Math', property, message: sameBits })),
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.setup/',
      '.venv/',
      'coverage/',
      'site/dist/',
      'site/.astro/',
      'site/public/',
      'wasm/',
      'test/mutants/*/',
    ],
  }, // AssemblyScript; answers as learners write them
  {
    files: ['**/*.{ts,mjs,cjs,js}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-require-imports': 'off', // CommonJS: some modules are loaded only where they are needed
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...reproducible],
      'max-lines-per-function': ['error', { max: 50 }], // what a reader can hold in view
    },
  },
  { files: ['src/tensor/math.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } }, // expect(…).to.be.true
  { files: ['**/exercises/**'], rules: { '@typescript-eslint/no-unused-vars': 'off' } }, // stubs
);
