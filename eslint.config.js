/**
 * Lint of the house: typed rules for mistakes, and the fences that a single file can show.
 * The order of floors and rooms needs the whole tree; spec/house/imports.spec.ts keeps that.
 */
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const useLib = 'Node cannot resolve it, or it loads the whole library: import from `$pkg/lib/<Module>.js`.'

/** fp-ts and io-ts have no exports map: only `lib/<Module>.js` both resolves and loads one module. */
const importStyle = {
  paths: [{ name: 'fp-ts', message: useLib.replace('$pkg', 'fp-ts') }],
  patterns: [
    { regex: '^fp-ts/(?!lib/.+\\.js$)', message: useLib.replace('$pkg', 'fp-ts') },
    { regex: '^io-ts/(?!lib/.+\\.js$)', message: useLib.replace('$pkg', 'io-ts') },
  ],
}

const world = (name) => ({
  name,
  message: 'only-app-touches-the-world: take what you need as a value, or as a port of src/app/ports.ts.',
})

const worldGlobals = [
  'process',
  'console',
  'globalThis',
  'global',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]

const worldProperties = [
  { object: 'Date', property: 'now' },
  { object: 'Math', property: 'random' },
].map((place) => ({
  ...place,
  message: 'only-app-touches-the-world: the answer must depend on the arguments alone; take it as a value.',
}))

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'reports/', '.cache/', '.stryker-tmp/']),

  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-imports': ['error', importStyle],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A `default` would swallow the variant that the next protocol version adds.
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],

      // Texts are spread to walk keys, hashes and base64, which have no emojis to break.
      '@typescript-eslint/no-misused-spread': 'off',

      // Interfaces where a noun has fields, type aliases for unions and functions: both are wanted.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // After a bounds check `bytes[i] as number` is the honest spelling; `!` stays forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `pipe(x, O.match(() => undefined, f))` and one-line effects read well as expressions.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Predicates passed to fp-ts combinators are generic by nature: `eq.equals`, `ord.compare`.
      '@typescript-eslint/unbound-method': 'off',
      // A type parameter that appears once is how a data-last function leaves inference to its caller.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },

  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'no default exports: a name survives a rename.' },
      ],
    },
  },

  {
    files: ['src/**/*.ts'],
    ignores: ['src/app/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...worldGlobals.map(world)],
      'no-restricted-properties': ['error', ...worldProperties],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'no default exports: a name survives a rename.' },
        {
          // With an argument it is arithmetic; without one it reads the clock.
          selector: ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
          message: 'only-app-touches-the-world: take the time as a value.',
        },
      ],
    },
  },

  {
    files: ['spec/**/*.ts', 'examples/**/*.ts'],
    rules: {
      // `expect(x).to.be.true` is a statement that does something.
      '@typescript-eslint/no-unused-expressions': 'off',
      // A spec states what it knows of its fixture; a wrong statement fails the spec.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Hostile input is the subject of half the specs, and hostile input has no type.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // `async () => { ... }` without await keeps one shape for a contract suite's hooks.
      '@typescript-eslint/require-await': 'off',
    },
  },
)
