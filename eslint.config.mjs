import next from 'eslint-config-next'
import coreWebVitals from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

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
    // A time says as much about the machine as about the code: bench/ measures, and reports ratios.
    files: ['**/*.test.ts', 'e2e/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'performance', property: 'now', message: 'No test asserts a time: measure in bench/, as a ratio.' }] },
  },
]

export default config
