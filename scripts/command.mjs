// @ts-check
// A command over the installation's database: prepares what it needs, then runs its program. Progress goes to stderr:
// stdout belongs to the result.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCommand } from './build/commands.mjs'
import { dataFolder, prepareFolder } from './data-folder.mjs'
import { withoutPooler, migrate } from './database/database.mjs'
import { findPostgres, hasPostgres, startPostgres } from './database/embedded-postgres.mjs'
import { checkEnvironment } from './environment/check-environment.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { root } from './programs.mjs'
import { reportFailure, StartError } from './start-error.mjs'

const DATABASE = 'hallway'
const QUIET = 'up to date'
/** Every program wants an address, this one asks nothing there. */
const NONE = 'postgresql://localhost/hallway'

/**
 * @typedef {{ migrates?: boolean, isThere?: boolean, isRead?: boolean, options?: string[], prepare?: () =>
 * Promise<unknown> }} Needs
 * `migrates`: the database gets the migrations that it lacks first; `isThere`: it does not begin an installation;
 * `isRead`: false where the database is not asked; `options`: Node's own; `prepare`: what else is built before
 */

/**
 * Runs a command with the words after `--`, and ends with its exit code.
 * @param {import('./build/commands.mjs').Command} command
 * @param {string} failure how its failing is headed: "Nothing was imported"
 * @param {Needs} [needs]
 */
export async function runCommand(command, failure, needs = {}) {
  // Ctrl-C ends the command, which hears it too; the database is ours to end after it.
  process.on('SIGINT', () => undefined)
  try {
    process.exitCode = await run(command, process.argv.slice(2), needs)
  } catch (error) {
    reportFailure(failure, error)
  }
}

/** @param {import('./build/commands.mjs').Command} command @param {string[]} words @param {Needs} needs */
async function run(command, words, { migrates = false, isThere = false, isRead = true, options = [], prepare }) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  await installPackages(say('Packages'))
  await generateClient(say('Database client'))
  await prepare?.()
  const bundle = await bundleCommand(command)
  if (words.includes('--help')) return runProgram([bundle, ...words], '')
  await checkEnvironment()
  if (!isRead) return runProgram([...options, bundle, ...words], process.env.DATABASE_URL || NONE)
  const given = process.env.DATABASE_URL && withoutPooler(process.env.DATABASE_URL)
  if (given) {
    if (migrates) await migrate(given, say('Migrations'))
    return runProgram([...options, bundle, ...words], given)
  }
  const folder = dataFolder()
  if (isThere && !hasPostgres(folder))
    throw new StartError(
      `There is no Hallway in ${folder}: HALLWAY_DATA names its data folder, DATABASE_URL a database elsewhere.`,
    )
  if (!isThere) prepareFolder(folder)
  const server = await joinPostgres(folder)
  try {
    if (server.started) say('Database')(`started on port ${server.port}`)
    const url = server.url(DATABASE)
    if (migrates) await migrate(url, say('Migrations'))
    return await runProgram([...options, bundle, ...words], url)
  } finally {
    await server.stop()
  }
}

/**
 * The server over the folder, started where none runs. One that runs over a disk that takes nothing any more is used
 * without a note of it there: what it holds can be read, and kept elsewhere.
 * @param {string} folder
 */
async function joinPostgres(folder) {
  try {
    return await startPostgres({ folder })
  } catch (error) {
    const running = error instanceof StartError ? findPostgres(folder) : null
    if (!running) throw error
    return { url: running.url, started: false, port: 0, stop: async () => undefined }
  }
}

/** @param {string[]} words @param {string} url @returns {Promise<number>} */
function runProgram(words, url) {
  const program = spawn(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url, INIT_CWD: whereFilesAreNamed() },
  })
  return new Promise((done) => {
    program.once('error', () => done(1))
    program.once('close', (code) => done(code ?? 1))
  })
}

/** npm runs us in the project's folder; files are named where the person stands. */
export function whereFilesAreNamed() {
  return (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd()
}

/** @param {string} step @returns {(text: string) => void} */
function say(step) {
  return (text) => {
    if (text !== QUIET) console.error(`${step}: ${text}`)
  }
}
