// @ts-check `npm test`: everything that must hold, on a Postgres of its own. `npm run check` (--fast) leaves out the
// build and the journeys and runs in one zone.
import './require-node.mjs'
import { buildIfStale } from './build.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { check, program, runJourneys, runUnitTests, succeed, sumUp } from './test-steps.mjs'
import { neutralEnvironment, startThrowAwayPostgres } from './database/throw-away-postgres.mjs'

const isFast = process.argv.includes('--fast')
Object.assign(process.env, neutralEnvironment(), { NO_COLOR: '1' })
delete process.env.FORCE_COLOR

sumUp(await runAll())

/** @returns {Promise<import('./test-steps.mjs').Result[]>} */
async function runAll() {
  for (const [name, prepare] of /** @type {const} */ ([
    ['Packages', installPackages],
    ['Database client', generateClient],
  ])) {
    const prepared = await check(name, succeed(prepare))
    if (prepared.failed) return [prepared]
  }
  // Side by side; each is shown when those above it have ended, with the time that it took beyond them.
  const [format, lint, types, direction, unused, drift] = [
    begin(() => program('oxfmt', ['--check', '.'])),
    begin(() => program('oxlint', ['--config=oxlint.config.mjs'])),
    begin(checkTypes),
    begin(() => program('depcruise', ['app', 'components', 'lib', 'server', 'prisma', 'scripts', 'tests', 'bench'])),
    begin(() => program('knip', [])),
    begin(checkDrift),
  ]
  const quick = [
    await check('Format', format),
    await check('Lint', lint),
    await check('Types', types),
    await check('Direction', direction),
    await check('Unused', unused),
    await check('Migrations', drift),
    await check('Tests in Auckland', () => runUnitTests({ TZ: 'Pacific/Auckland' })),
  ]
  if (isFast) return quick
  const zone = await check('Values in UTC', () => runUnitTests({ TZ: 'UTC', HALLWAY_SECOND_ZONE: '1' }))
  const build = await check('Build', succeed(buildIfStale))
  const journeys = build.failed ? [] : [await check('Journeys', () => runJourneys())]
  return [...quick, zone, build, ...journeys]
}

/** Starts at once what is waited for later. @param {() => Promise<import('./test-steps.mjs').Result>} run */
function begin(run) {
  const running = run()
  // Whoever waits for it hears of it.
  running.catch(() => undefined)
  return () => running
}

async function checkTypes() {
  const routes = await program('next', ['typegen'])
  // Both compilers give their program one name: this is the one that takes a quarter of the time (decision 024).
  return routes.failed ? routes : program('node', ['node_modules/typescript-7/bin/tsc', '--noEmit'])
}

/** Do the migrations lead to the schema? Asked of a shadow database. */
async function checkDrift() {
  const postgres = await startThrowAwayPostgres()
  const words = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  ]
  return program('prisma', words, { DATABASE_URL: postgres.url('postgres') }).finally(postgres.stop)
}
