// @ts-check
// `npm test`: everything that must hold, on a Postgres of its own. `npm run check` (--fast) leaves out the build and the journeys and runs in one zone.
import './require-node.mjs'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { runProgram } from './programs.mjs'
import { StartError } from './start-error.mjs'
import { step } from './steps.mjs'
import { neutralEnvironment, startThrowAwayPostgres } from './throw-away-postgres.mjs'

/** @typedef {{ passed: number, failed: number, output?: string }} Result */

const isFast = process.argv.includes('--fast')
const reports = mkdtempSync(join(tmpdir(), 'hallway-reports-'))
Object.assign(process.env, neutralEnvironment(), { NO_COLOR: '1' })
delete process.env.FORCE_COLOR

const results = await runAll()
rmSync(reports, { recursive: true, force: true })
const count = (/** @type {'passed' | 'failed'} */ outcome) => results.reduce((sum, result) => sum + result[outcome], 0)
console.log(`${count('passed')} passed, ${count('failed')} failed`)
process.exitCode = count('failed') ? 1 : 0

/** @returns {Promise<Result[]>} */
async function runAll() {
  for (const [name, prepare] of /** @type {const} */ ([['Packages', installPackages], ['Database client', generateClient]])) {
    const prepared = await check(name, succeed(prepare))
    if (prepared.failed) return [prepared]
  }
  const quick = [
    await check('Lint', () => program('eslint', ['.', '--max-warnings=0'])),
    await check('Types', checkTypes),
    await check('Direction', () => program('depcruise', ['app', 'components', 'lib', 'server', 'prisma', 'scripts'])),
    await check('Migrations', checkDrift),
    await check('Tests in UTC', () => runUnitTests('UTC')),
  ]
  if (isFast) return quick
  const zone = await check('Tests in Auckland', () => runUnitTests('Pacific/Auckland'))
  const build = await check('Build', succeed(buildIfStale))
  const journeys = build.failed ? [] : [await check('Journeys', runJourneys)]
  return [...quick, zone, build, ...journeys]
}

/** Shows one check as a step, with its whole output when it fails; a throw is a failure too.
 * @param {string} name @param {(note: (text: string) => void) => Promise<Result>} run @returns {Promise<Result>} */
async function check(name, run) {
  /** @type {Result} */
  let result = { passed: 0, failed: 1 }
  try {
    await step(name, async (note) => {
      result = await run(note)
      if (result.passed + result.failed > 1) note(`${result.passed} passed`)
      if (result.failed) throw new StartError(result.output)
    })
  } catch (error) {
    console.log(`\n${error instanceof StartError ? error.message : error instanceof Error ? error.stack : error}\n`)
  }
  return result
}

/** What passes unless it throws. @param {(note: (text: string) => void) => Promise<void>} run @returns {(note: (text: string) => void) => Promise<Result>} */
function succeed(run) {
  return async (note) => {
    await run(note)
    return { passed: 1, failed: 0 }
  }
}

/** @param {string} command @param {string[]} words @param {Record<string, string>} [env] @returns {Promise<Result>} */
async function program(command, words, env) {
  const { ok, output } = await runProgram(command, words, { env })
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
}

async function checkTypes() {
  const routes = await program('next', ['typegen'])
  return routes.failed ? routes : program('tsc', ['--noEmit'])
}

/** Do the migrations lead to the schema? Asked of a shadow database. */
async function checkDrift() {
  const postgres = await startThrowAwayPostgres()
  const words = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code']
  return program('prisma', words, { DATABASE_URL: postgres.url('postgres') }).finally(postgres.stop)
}

/** @param {string} zone */
async function runUnitTests(zone) {
  const file = join(reports, 'vitest.json')
  const { ok, output } = await runProgram('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { env: { TZ: zone } })
  const { numPassedTests, numFailedTests } = readReport(file)
  return countTests(ok, numPassedTests, numFailedTests, output)
}

async function runJourneys() {
  const { ensureBrowser } = await import('./browser.mjs')
  const browser = await ensureBrowser()
  if (!browser.ok) return { passed: 0, failed: 1, output: browser.advice }
  const file = join(reports, 'playwright.json')
  const { ok, output } = await runProgram('playwright', ['test', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } })
  const { expected, unexpected, flaky } = readReport(file).stats ?? {}
  return countTests(ok, expected, (unexpected ?? 0) + (flaky ?? 0), output)
}

/** A run can also fail beside its tests, before the first or after the last.
 * @param {boolean} ok @param {number} [passed] @param {number} [failed] @param {string} [output] @returns {Result} */
function countTests(ok, passed = 0, failed = 0, output = '') {
  return { passed, failed: ok ? failed : Math.max(1, failed), output }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
