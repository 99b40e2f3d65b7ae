// @ts-check What `npm test` and `npm run test:long` are made of: checks that are shown as steps, counted, and summed up
// in a closing line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runProgram } from './programs.mjs'
import { StartError } from './start-error.mjs'
import { step } from './steps.mjs'

/** @typedef {{ passed: number, failed: number, output?: string }} Result */

const reports = mkdtempSync(join(tmpdir(), 'hallway-reports-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

/** Says what came of it all, and ends with 1 when anything failed. @param {Result[]} results */
export function sumUp(results) {
  const count = (/** @type {'passed' | 'failed'} */ outcome) =>
    results.reduce((sum, result) => sum + result[outcome], 0)
  console.log(`${count('passed')} passed, ${count('failed')} failed`)
  process.exitCode = count('failed') ? 1 : 0
}

/** Shows one check as a step, with its whole output when it fails; a throw is a failure too.
 * @param {string} name @param {(note: (text: string) => void) => Promise<Result>} run @returns {Promise<Result>} */
export async function check(name, run) {
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

/**
 * What passes unless it throws.
 * @param {(note: (text: string) => void) => Promise<void>} run
 * @returns {(note: (text: string) => void) => Promise<Result>}
 */
export function succeed(run) {
  return async (note) => {
    await run(note)
    return { passed: 1, failed: 0 }
  }
}

/**
 * One program as one check.
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 * @returns {Promise<Result>}
 */
export async function program(command, words, env) {
  const { ok, output } = await runProgram(command, words, { env })
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
}

/**
 * Unit, database and http tests.
 * @param {Record<string, string>} env
 * @param {string[]} [files] all, unless some are named
 */
export async function runUnitTests(env, files = []) {
  const file = join(reports, 'vitest.json')
  const { ok, output } = await runProgram(
    'vitest',
    ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env },
  )
  const { numPassedTests, numFailedTests } = readReport(file)
  return countTests(ok, numPassedTests, numFailedTests, output)
}

/** What was caught before: it holds until the file that was broken, or a file of tests that ran it, is another. */
const KNOWN_MUTANTS = 'node_modules/.cache/hallway/mutants.json'

/**
 * Breaks pure code on purpose, and counts what the tests caught; it has failed where they let too much pass
 * (scripts/mutants).
 * @param {Record<string, string>} env
 */
export async function runMutants(env) {
  const words = ['run', 'scripts/mutants/stryker.config.mjs', '--incremental', '--incrementalFile', KNOWN_MUTANTS]
  const { ok, output } = await runProgram('stryker', words, { env })
  /** @type {{ files?: Record<string, { mutants: { status: string }[] }> }} */
  const { files = {} } = readReport(join(root, 'test-results', 'mutants.json'))
  const found = Object.values(files).flatMap(({ mutants }) => mutants)
  const caught = found.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  return countTests(ok, caught.length, 0, output)
}

/** Browser journeys, with a browser to run them in. @param {Record<string, string>} [env] */
export async function runJourneys(env = {}) {
  const { ensureBrowser } = await import('./browser.mjs')
  const browser = await ensureBrowser()
  if (!browser.ok) return { passed: 0, failed: 1, output: browser.advice }
  const file = join(reports, 'playwright.json')
  const { ok, output } = await runProgram('playwright', ['test', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
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
