// @ts-check What is broken on purpose, one thing at a time: each break is to be caught by a test (docs/testing.md).
// Reducers and rooms whose files are functions of their arguments; no declarations of what comes through a door or is
// fetched, and nothing that asks a database.

const broken = [
  'lib/planning/!(schema|together).ts',
  'lib/program/!(addresses|became|program|part-addresses|*-document|*-documents).ts',
  'lib/rooms/!(*schema|*-document|door-state|reports|room-states|steward-queue|send-report).ts',
  'lib/formats/reading/*.ts',
  'lib/notes/{marks,put-mark,outline,text-diff,undo-steps,place-notes,note-title,search-notes}.ts',
  'lib/notes/{note-markdown,lost-words,merge}.ts',
  'lib/recaps/{publication,series,length,link-offers,place-marks,text-links,markdown-text,draft}.ts',
  'lib/sync/client/exchange/{backoff,poke-connection,rounds}.ts',
  'lib/notes/device/photos/{photo-rows,photo-sending}.ts',
  'lib/notes/device/why-refused.ts',
  'lib/sync/client/store/outbox.ts',
  'lib/platform/ids/rename.ts',
  'components/recaps/draft-state.ts',
]

const config = {
  mutate: [...broken, '!**/*.test.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutants/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // What is made when a file is loaded would have to be loaded anew for each break: lists of words, patterns.
  ignoreStatic: true,
  concurrency: 2,
  ignorePatterns: ['.data', '.next', 'dist', 'e2e', 'public', 'docs', 'prisma/demo'],
  tempDirName: 'test-results/mutants',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test-results/mutants.json' },
  thresholds: { high: 90, low: 80, break: 80 },
}

export default config
