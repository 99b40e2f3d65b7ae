// @ts-check What each commit, `npm run lint` and `npm test` ask of the code (`npx oxlint --config=oxlint.config.mjs`).
// Rules of our own are in scripts/lint/house-rules.mjs; tests/lint.test.ts breaks each of them once.

const whereTimesAreValues = [
  'lib/i18n/{dates,zones}.ts',
  'lib/planning/{blocks,timeline}.ts',
  'lib/notes/export.ts',
  'lib/desk/absences.ts',
  'lib/formats/**',
  'lib/notifications/{quiet-hours,server/find-digests}.ts',
  'components/planning/plan/block-form.tsx',
  'components/manage/session-fields.tsx',
  'lib/schedule/edit/seen/current-edits.ts',
  'components/notes/write/note-editor.tsx',
]
const rawStores = ['localStorage', 'sessionStorage', 'indexedDB']
const byTheDoor = 'Use lib/platform/device-memory.ts, or lib/sync/client/store/store.ts for what is large.'
const whatRuns = '{app,components,lib,server}/**/*.{ts,tsx}'
const tests = '**/*.test.{ts,tsx}'

/** All of a plugin's rules. @param {string} plugin @param {string[]} names */
const all = (plugin, names) => Object.fromEntries(names.map((name) => [`${plugin}/${name}`, 'error']))

const react = [
  ...['display-name', 'exhaustive-deps', 'jsx-key', 'jsx-no-comment-textnodes', 'jsx-no-duplicate-props'],
  ...['jsx-no-undef', 'no-children-prop', 'no-danger-with-children', 'no-direct-mutation-state', 'no-find-dom-node'],
  ...['no-is-mounted', 'no-render-return-value', 'no-string-refs', 'no-unescaped-entities', 'require-render-return'],
  'rules-of-hooks',
]
/** What React's compiler knows of a component. */
const compiled = [
  ...['error-boundaries', 'globals', 'immutability', 'incompatible-library', 'preserve-manual-memoization', 'purity'],
  ...['refs', 'set-state-in-effect', 'set-state-in-render', 'static-components', 'unsupported-syntax', 'use-memo'],
  'void-use-memo',
]
const next = [
  ...['google-font-display', 'google-font-preconnect', 'inline-script-id', 'next-script-for-ga'],
  ...['no-assign-module-variable', 'no-async-client-component', 'no-before-interactive-script-outside-document'],
  ...['no-css-tags', 'no-document-import-in-page', 'no-duplicate-head', 'no-head-element'],
  ...['no-head-import-in-document', 'no-img-element', 'no-page-custom-font', 'no-script-component-in-head'],
  ...['no-styled-jsx-in-document', 'no-sync-scripts', 'no-title-in-document-head', 'no-typos'],
  'no-unwanted-polyfillio',
]
const typescript = [
  ...['ban-ts-comment', 'no-duplicate-enum-values', 'no-empty-object-type', 'no-explicit-any'],
  ...['no-extra-non-null-assertion', 'no-misused-new', 'no-namespace', 'no-non-null-asserted-optional-chain'],
  ...['no-non-null-assertion', 'no-require-imports', 'no-this-alias', 'no-unnecessary-type-constraint'],
  ...['no-unsafe-declaration-merging', 'no-unsafe-function-type', 'no-wrapper-object-types', 'prefer-as-const'],
  ...['prefer-namespace-keyword', 'triple-slash-reference'],
]
const accessible = [
  ...['aria-props', 'aria-proptypes', 'aria-unsupported-elements', 'role-has-required-aria-props'],
  'role-supports-aria-props',
]

const config = {
  plugins: ['typescript', 'react', 'nextjs', 'jsx-a11y', 'import', 'unicorn', 'oxc'],
  jsPlugins: ['./scripts/lint/house-rules.mjs'],
  categories: { correctness: 'off' },
  options: { reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['.next/', 'dist/', 'generated/', '.data/', 'next-env.d.ts', 'test-results/', 'playwright-report/'],
  rules: {
    ...all('react', [...react, ...compiled]),
    ...all('nextjs', next),
    ...all('typescript', typescript),
    ...all('jsx-a11y', accessible),
    'jsx-a11y/alt-text': ['error', { elements: ['img'], img: ['Image'] }],
    ...all('eslint', ['no-array-constructor', 'no-var', 'prefer-const', 'prefer-rest-params', 'prefer-spread']),
    'eslint/no-unused-expressions': 'error',
    'eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
    ],
    'eslint/no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'import/no-anonymous-default-export': 'error',
    'house/line-length': 'error',
  },
  overrides: [
    {
      // What is drawn, and where hooks are: nowhere else.
      files: ['**/*.{ts,mjs}'],
      excludeFiles: ['app/**', 'components/**', 'lib/**/device/**', 'lib/sync/client/**'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'react',
                allowImportNames: ['cache'],
                allowTypeImports: true,
                message: 'What a browser draws with is in components/, a room’s device/ or lib/sync/client/.',
              },
            ],
          },
        ],
      },
    },
    {
      // Day and time are said together, by one function: lib/i18n/dates.ts.
      files: [whatRuns],
      excludeFiles: [tests, 'lib/i18n/dates.ts', 'lib/platform/time.ts'],
      rules: { 'house/when-is-said-by-one': 'error', 'house/names-turn-nothing': 'error' },
    },
    {
      // The time of day alone is a value for forms, files and reckoning, never what a person reads.
      files: [whatRuns],
      excludeFiles: [tests, ...whereTimesAreValues],
      rules: { 'house/time-alone-is-a-value': 'error' },
    },
    {
      // A time says as much about the machine as about the code: bench/ measures, and reports ratios.
      files: [tests, 'e2e/**/*.ts', 'tests/**/*.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'performance', property: 'now', message: 'No test asserts a time: measure in bench/, as a ratio.' },
        ],
        'house/own-load-is-awaited': 'error',
      },
    },
    {
      // They throw where a browser blocks or fills its store, and take the page along.
      files: ['{app,components,lib,server}/**'],
      excludeFiles: ['lib/platform/device-memory.ts', tests],
      rules: {
        'no-restricted-globals': ['error', ...rawStores.map((name) => ({ name, message: byTheDoor }))],
        'no-restricted-properties': [
          'error',
          ...['window', 'globalThis', 'self'].flatMap((object) =>
            rawStores.map((property) => ({ object, property, message: byTheDoor })),
          ),
        ],
      },
    },
    {
      // What somebody sends is read here: its texts and dates are made of lib/platform/fields.ts, which cleans them.
      files: [
        'app/**/*.ts',
        'lib/**/schema.ts',
        'lib/**/*-schema.ts',
        'lib/**/*actions.ts',
        'lib/boundary/form.ts',
        'lib/rooms/reports.ts',
        'lib/program/program.ts',
        'lib/schedule/bring-in/bring-in-form.ts',
        'lib/schedule/edit/walks.ts',
        'lib/formats/reading/column-mapping.ts',
        'lib/sync/protocol.ts',
      ],
      // What we told ourselves, and what an adapter makes a programme of; a backup's has the small form of the same.
      excludeFiles: [
        'lib/notes/device/backup/backup-schema.ts',
        'lib/rooms/announcements-schema.ts',
        'lib/formats/sessionize/schema.ts',
      ],
      rules: { 'house/texts-are-cleaned': 'error', 'house/times-are-read-by-one': 'error' },
    },
  ],
}

export default config
