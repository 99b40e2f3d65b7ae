// @ts-check `npm run test:long`: what takes too long for every change (docs/testing.md), with HALLWAY_LONG=1.
// HALLWAY_SEED=… runs again what a random test failed.
import './require-node.mjs'
import { buildIfStale } from './build.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { check, runJourneys, runMutants, runUnitTests, succeed, sumUp } from './test-steps.mjs'
import { buildEarlierRelease } from './release/earlier-release.mjs'
import { isSwiftInstalled, startSwift } from './s3/swift.mjs'
import { neutralEnvironment } from './database/throw-away-postgres.mjs'

const RANDOM_ORDERS = [
  'lib/sync/devices.test.ts',
  'components/notes/write/typing.test.ts',
  'lib/platform/markdown/markdown-bounds.test.ts',
  'lib/recaps/hostile.test.ts',
  'tests/calendars/clients.test.ts',
]
/** Servers and databases that are killed, away or replaced, a pooler, and a disk that is full. */
const FAILURES = ['killed', 'database-away', 'database-frozen', 'rolling', 'pooled', 'connections', 'disk-full'].map(
  (name) => `tests/failures/${name}.test.ts`,
)

Object.assign(process.env, neutralEnvironment(), { NO_COLOR: '1', HALLWAY_LONG: '1' })
delete process.env.FORCE_COLOR

sumUp([
  await check('Packages', succeed(installPackages)),
  await check('Database client', succeed(generateClient)),
  await check('Random orders', () => runUnitTests({ TZ: 'UTC' }, RANDOM_ORDERS)),
  await check('Photos in a real bucket', runWithSwift),
  await check('Breaks on purpose', () => runMutants({ TZ: 'Pacific/Auckland', HALLWAY_LONG: '' })),
  await check('Build', succeed(buildIfStale)),
  await check('Packed', () => runUnitTests({ TZ: 'UTC' }, ['tests/deploy/packed.test.ts'])),
  await check('Failures', () => runUnitTests({ TZ: 'UTC' }, FAILURES)),
  await check('Release before', succeed(prepareEarlierRelease)),
  await check('Long journeys', () => runJourneys()),
])

/** @param {(text: string) => void} note */
async function prepareEarlierRelease(note) {
  const folder = await buildEarlierRelease(note)
  if (folder) process.env.HALLWAY_EARLIER_RELEASE = folder
  else note('left out: this clone has no history')
}

/** @param {(text: string) => void} note @returns {Promise<import('./test-steps.mjs').Result>} */
async function runWithSwift(note) {
  if (!isSwiftInstalled()) {
    note('left out: swift of Debian is not installed')
    return { passed: 0, failed: 0 }
  }
  const swift = await startSwift()
  const env = { TZ: 'UTC', HALLWAY_TEST_S3: JSON.stringify(swift.variables) }
  const about = ['blobs', 'private-bucket'].map((name) => `lib/platform/blobs/${name}.test.ts`)
  return runUnitTests(env, about).finally(swift.stop)
}
