import { readFileSync, readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { NEEDS_MORE } from '../../vitest.config'

/** Where the tests of what is broken lie. They need no database: a break costs a moment, not a server. */
const FOLDERS = [
  'lib/planning',
  'lib/program',
  'lib/rooms',
  'lib/notes',
  'lib/recaps',
  'lib/formats/reading',
  'lib/sync/client/exchange',
  'lib/notes/device',
  'lib/notes/device/photos',
  'lib/platform/ids',
  'lib/sync/client/store',
  'components/recaps',
]

// It asks the built worker, which no sandbox has.
const NEEDS_THE_BUILD = ['lib/notes/bounded-update.test.ts']

const include = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter(
  (path) =>
    path.endsWith('.test.ts') && !NEEDS_THE_BUILD.includes(path) && !NEEDS_MORE.test(readFileSync(path, 'utf8')),
)

export default defineConfig({
  test: { include, testTimeout: 60_000 },
  resolve: { alias: { '@': process.cwd() } },
})
