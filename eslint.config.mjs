import stylistic from '@stylistic/eslint-plugin'
import next from 'eslint-config-next'
import coreWebVitals from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const whereTimesAreValues = [
  'lib/i18n/{dates,zones}.ts',
  'lib/planning/{blocks,timeline}.ts',
  'lib/notes/export.ts',
  'lib/formats/**',
  'lib/notifications/{quiet-hours,server/find-digests}.ts',
  'components/planning/plan/block-form.tsx',
  'components/manage/session-fields.tsx',
  'components/notes/write/note-editor.tsx',
]
const rawStores = ['localStorage', 'sessionStorage', 'indexedDB']
const byTheDoor = 'Use lib/platform/device-memory.ts, or lib/sync/client/store/store.ts for what is large.'

// Said twice, because of two rules of one name for one file the later is all there is.
const whenIsSaidElsewhere = [
  {
    selector: 'NewExpression[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]',
    message: 'Days and times are said by sayWhen, sayDay and sayClock of lib/i18n/dates.ts.',
  },
  {
    selector:
      'CallExpression' +
      '[callee.property.name=/^(toLocale(Date|Time)?String|toDateString|toTimeString|dateTime|dateTimeRange)$/]',
    message: 'Days and times are said by sayWhen, sayDay and sayClock of lib/i18n/dates.ts.',
  },
]

// A name from outside could turn around the sentence it stands in.
const namesTurnNothing = [
  'FunctionDeclaration[id.name="generateMetadata"] ' +
    'MemberExpression[property.name=/^(name|title|description|summary)$/]',
  'CallExpression[callee.name=/^(t|words|say)$/] > ObjectExpression > Property > ' +
    'MemberExpression[property.name=/^(name|title|label|venue|summary)$/]',
].map((name) => ({
  selector:
    `${name}:not(CallExpression[callee.name=/^(isolated|settleBidi|shorten)$/] > *):not(ConditionalExpression > ` +
    '.test)',
  message: 'Words of somebody else in a sentence or a title go through isolated of lib/platform/bidi.ts.',
}))

/** Rules of components and hooks: they compile each file, which takes longer than all others do together. */
const reactRules = [...next, ...coreWebVitals]
  .flatMap(({ rules = {} }) => Object.keys(rules))
  .filter((name) => /^(react|react-hooks|jsx-a11y)\//.test(name))

const config = [
  {
    ignores: [
      '.next/',
      'dist/',
      'generated/',
      'node_modules/',
      '.data/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...next,
  ...coreWebVitals,
  ...typescript,
  {
    // Where nothing is drawn, and where hooks are refused.
    files: ['**/*.{ts,mjs}'],
    ignores: ['app/**', 'components/**', 'lib/**/device/**', 'lib/sync/client/**'],
    rules: {
      ...Object.fromEntries(reactRules.map((name) => [name, 'off'])),
      '@typescript-eslint/no-restricted-imports': [
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
    // What the formatter breaks no further: texts, comments, patterns, statements of SQL.
    files: ['**/*.{ts,tsx,mjs,js,cjs}'],
    plugins: { '@stylistic': stylistic },
    rules: { '@stylistic/max-len': ['error', { code: 120 }] },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Pages are documents, linked by plain links (docs/decisions/001).
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    // Day and time are said together, by one function: lib/i18n/dates.ts.
    files: ['{app,components,lib,server}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'lib/i18n/dates.ts', 'lib/platform/time.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...whenIsSaidElsewhere, ...namesTurnNothing],
    },
  },
  {
    // The time of day alone is a value for forms, files and reckoning, never what a person reads.
    files: ['{app,components,lib,server}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', ...whereTimesAreValues],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@/lib/platform/time',
              importNames: ['timeOf'],
              message: 'What a person reads is said by sayWhen of lib/i18n/dates.ts, day and time together.',
            },
          ],
        },
      ],
    },
  },
  {
    // A time says as much about the machine as about the code: bench/ measures, and reports ratios.
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', 'tests/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'performance', property: 'now', message: 'No test asserts a time: measure in bench/, as a ratio.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="waitForEvent"][arguments.0.value="load"]',
          message: 'It may be the load of the page before: take reloadBy of e2e/reload-by.ts.',
        },
      ],
    },
  },
  {
    // They throw where a browser blocks or fills its store, and take the page along.
    files: ['app/**', 'components/**', 'lib/**', 'server/**'],
    ignores: ['lib/platform/device-memory.ts', '**/*.test.{ts,tsx}'],
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
    ignores: [
      'lib/notes/device/backup/backup-schema.ts',
      'lib/rooms/announcements-schema.ts',
      'lib/formats/sessionize/schema.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...whenIsSaidElsewhere,
        ...namesTurnNothing,
        {
          selector: "MemberExpression[object.name='z'][property.name='string']",
          message: 'Take textField or lineField of lib/platform/fields.ts.',
        },
        {
          selector: "MemberExpression[object.name='z'][property.name='iso']",
          message: 'Take instantField, dayField or clockField of lib/platform/fields.ts.',
        },
      ],
    },
  },
]

export default config
