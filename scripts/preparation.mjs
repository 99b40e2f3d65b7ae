// @ts-check
// What must be there before anything of the project runs: packages and the generated database client.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './build/fingerprint.mjs'
import { root, runProgram } from './programs.mjs'
import { StartError } from './start-error.mjs'

const CLIENT_STAMP = 'generated/prisma/.schema'

/** @typedef {(text: string) => void} Note */

/**
 * Installs what package-lock.json says, unless that is what is there.
 * @param {Note} note
 * @throws {StartError}
 */
export async function installPackages(note) {
  if (areInstalled()) return note('up to date')
  // Development packages also under NODE_ENV=production: the build needs them.
  const { ok, output } = await runProgram('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!ok)
    throw new StartError(`The packages could not be installed (${lastComplaint(output)}); npm ci shows all of it.`)
  note('installed')
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
 */
function areInstalled() {
  const [installed, locked] = ['node_modules/.package-lock.json', 'package-lock.json'].map(readPackages)
  if (!installed || !locked) return false
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path]?.version ?? (optional ? version : undefined)) === version,
  )
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function readPackages(file) {
  const path = join(root, file)
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
