// @ts-check
// What must be there before anything of the project runs: packages and the generated database client.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './build/fingerprint.mjs'
import { root, runProgram } from './programs.mjs'
import { StartError } from './start-error.mjs'

/** What npm notes at the end of an installation. */
const INSTALLED = 'node_modules/.package-lock.json'
const CLIENT_STAMP = 'generated/prisma/.schema'

/** @typedef {(text: string) => void} Note */

/**
 * Installs what package-lock.json says, unless that is what is there. No package runs a script but those that
 * package.json allows: npm before 11 does not ask it, so it is told to run none, and then those.
 * @param {Note} note
 * @param {string} [folder] whose packages
 * @throws {StartError}
 */
export async function installPackages(note, folder = root) {
  if (areInstalled(folder)) return note('up to date')
  // Development packages also under NODE_ENV=production: the build needs them.
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
  await runNpm(['ci', '--include=dev', '--ignore-scripts', ...quietly], folder)
  const allowed = allowedScripts(folder)
  try {
    if (allowed.length > 0) await runNpm(['rebuild', '--ignore-scripts=false', ...quietly, ...allowed], folder)
  } catch (error) {
    // The next start installs again.
    rmSync(join(folder, INSTALLED), { force: true })
    throw error
  }
  // Our own, which npm left out with the others: it is for who commits, and nothing needs it.
  await runProgram('npm', ['run', '--silent', '--if-present', 'prepare'], { as: { cwd: folder } })
  note('installed')
}

/** @param {string[]} words @param {string} folder */
async function runNpm(words, folder) {
  const { ok, output } = await runProgram('npm', words, { as: { cwd: folder } })
  if (!ok)
    throw new StartError(
      `The packages could not be installed (${lastComplaint(output)}); npm ${words[0]} shows all of it.`,
    )
}

/** The packages whose script is needed, of those that are there. @param {string} folder @returns {string[]} */
function allowedScripts(folder) {
  /** @type {{ allowScripts?: Record<string, boolean> }} */
  const { allowScripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name])
  return allowed.filter((name) => existsSync(join(folder, 'node_modules', name)))
}

/**
 * Generates the Prisma client, unless the schema is the one that it was generated from.
 * @param {Note} note
 * @throws {StartError}
 */
export async function generateClient(note) {
  const wanted = fingerprintOf(['prisma/schema.prisma', 'package-lock.json'])
  if (isFresh(CLIENT_STAMP, wanted)) return note('up to date')
  const { ok, output } = await runProgram('prisma', ['generate'])
  if (!ok)
    throw new StartError(
      `The database client could not be generated (${lastComplaint(output)}); npx prisma generate shows all of it.`,
    )
  writeStamp(CLIENT_STAMP, wanted)
  note('generated')
}

/**
 * npm ends an installation by noting what it put where: does that agree with the lock? Optional packages are often
 * another platform's.
 * @param {string} folder
 */
function areInstalled(folder) {
  const [installed, locked] = [INSTALLED, 'package-lock.json'].map((file) => readPackages(join(folder, file)))
  if (!installed || !locked) return false
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path]?.version ?? (optional ? version : undefined)) === version,
  )
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/** The last line in which a program says what went wrong. @param {string} output */
export function lastComplaint(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter(
      (line) =>
        line && !/^(code|errno|syscall|path|dest) |complete log of this run|_logs|^npm (warn|notice)/.test(line),
    )
  return (
    lines.find((line) => /(^|\s)(ERROR|Error|error|EACCES|ENOTFOUND|ENOSPC|EROFS|request to)\b/.test(line)) ??
    lines.at(-1) ??
    'it said nothing'
  )
}
