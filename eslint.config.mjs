import next from 'eslint-config-next'
import coreWebVitals from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const whereTimesAreValues = [
  'lib/i18n/dates.ts',
  'lib/planning/{blocks,timeline}.ts',
  'lib/notes/export.ts',
  'lib/schedule/import/**',
  'lib/notifications/{quiet-hours,find-digests}.ts',
  'components/planning/block-form.tsx',
  'components/manage/session-fields.tsx',
  'components/notes/note-editor.tsx',
  'components/schedule/zone-note.tsx',
]
const rawStores = ['localStorage', 'sessionStorage', 'indexedDB']
const byTheDoor = 'Use lib/platform/device-memory.ts, or lib/sync/client/store.ts for what is large.'

const config = [
  { ignores: ['.next/', 'dist/', 'generated/', 'node_modules/', '.data/', 'next-env.d.ts', 'test-results/', 'playwright-report/'] },
  ...next,
  ...coreWebVitals,
  ...typescript,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      // Pages are documents, linked by plain links (docs/decisions/001).
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    // Day and time are said together, by one function: lib/i18n/dates.ts.
    files: ['{app,components,lib,server}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', 'lib/i18n/dates.ts', 'lib/platform/time.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]', message: 'Days and times are said by sayWhen, sayDay and sayClock of lib/i18n/dates.ts.' },
        { selector: 'CallExpression[callee.property.name=/^(toLocale(Date|Time)?String|toDateString|toTimeString|dateTime|dateTimeRange)$/]', message: 'Days and times are said by sayWhen, sayDay and sayClock of lib/i18n/dates.ts.' },
      ],
    },
  },
  {
    // The time of day alone is a value for forms, files and reckoning, never what a person reads.
    files: ['{app,components,lib,server}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', ...whereTimesAreValues],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: '@/lib/platform/time', importNames: ['timeOf'], message: 'What a person reads is said by sayWhen of lib/i18n/dates.ts, day and time together.' }] }] },
  },
  {
    // A time says as much about the machine as about the code: bench/ measures, and reports ratios.
    files: ['**/*.test.ts', 'e2e/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'performance', property: 'now', message: 'No test asserts a time: measure in bench/, as a ratio.' }] },
  },
  {
    // They throw where a browser blocks or fills its store, and take the page along.
    files: ['app/**', 'components/**', 'lib/**', 'server/**'],
    ignores: ['lib/platform/device-memory.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...rawStores.map((name) => ({ name, message: byTheDoor }))],
      'no-restricted-properties': ['error', ...['window', 'globalThis', 'self'].flatMap((object) => rawStores.map((property) => ({ object, property, message: byTheDoor })))],
    },
  },
]

export default config
