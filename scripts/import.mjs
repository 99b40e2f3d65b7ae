// @ts-check
// `npm run -s import -- FILE_OR_URL… --conference SLUG …`: prepares what it needs, then runs import-entry.ts.
// Progress goes to stderr: stdout belongs to the result.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, prepareFolder } from './data-folder.mjs'
import { migrate } from './database/database.mjs'
import { startPostgres } from './database/embedded-postgres.mjs'
import { bundleImport, IMPORT_BUNDLE } from './build/import-command.mjs'
import { bundleThreads } from './build/threads.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { root } from './programs.mjs'
import { reportFailure } from './start-error.mjs'

const DATABASE = 'hallway'
const QUIET = 'up to date'
/** Of where objects begin, in MB: left alone, V8 lets it grow, and takes 40 MB more for the same work. */
const YOUNG_MB = 4

// Ctrl-C ends the command, which hears it too; the database is ours to end after it.
process.on('SIGINT', () => undefined)

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  reportFailure('Nothing was imported', error)
}

/** @param {string[]} words @returns {Promise<number>} */
async function run(words) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  await installPackages(say('Packages'))
  await generateClient(say('Database client'))
  await bundleThreads()
  await bundleImport()
  if (words.includes('--help')) return runCommand(words, '')
  if (process.env.DATABASE_URL) return runOn(process.env.DATABASE_URL, words)
  const folder = dataFolder()
  prepareFolder(folder)
  const server = await startPostgres({ folder })
  if (server.started) say('Database')(`started on port ${server.port}`)
  return runOn(server.url(DATABASE), words).finally(server.stop)
}

/** @param {string} url @param {string[]} words */
async function runOn(url, words) {
  await migrate(url, say('Migrations'))
  return runCommand(words, url)
}

/** @param {string[]} words @param {string} url @returns {Promise<number>} */
function runCommand(words, url) {
  // npm runs us in the project's folder; the files were named where the person stands.
  const from = process.env.npm_lifecycle_event ? process.env.INIT_CWD : process.cwd()
  const command = spawn(process.execPath, [`--max-semi-space-size=${YOUNG_MB}`, IMPORT_BUNDLE, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url, INIT_CWD: from },
  })
  return new Promise((done) => {
    command.once('error', () => done(1))
    command.once('close', (code) => done(code ?? 1))
  })
}

/** @param {string} step @returns {(text: string) => void} */
function say(step) {
  return (text) => {
    if (text !== QUIET) console.error(`${step}: ${text}`)
  }
}
