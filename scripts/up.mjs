// @ts-check `npm run up`: from a fresh clone, or any later state, to a running Hallway. `npm run dev` (--dev) is the
// same with Next's development server.
import './require-node.mjs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { requireFreePort, startAppServer } from './server/app-server.mjs'
import { buildIfStale } from './build.mjs'
import { dataFolder, prepareFolder, readSecrets } from './data-folder.mjs'
import { withoutPooler, isDemoOutdated, isDemoShown, isEmpty, migrate } from './database/database.mjs'
import { startPostgres } from './database/embedded-postgres.mjs'
import { findFreePort } from './server/free-port.mjs'
import { checkEnvironment } from './environment/check-environment.mjs'
import { keepPostgres } from './database/keep-postgres.mjs'
import { cutFonts } from './build/fonts.mjs'
import { bundleThreads } from './build/threads.mjs'
import { keepAppServer } from './server/keep-app-server.mjs'
import { untilStopped } from './server/interruption.mjs'
import { generateClient, installPackages, lastComplaint } from './preparation.mjs'
import { root, runProgram } from './programs.mjs'
import { reportFailure, StartError } from './start-error.mjs'
import { step } from './steps.mjs'
import { printWelcome } from './server/welcome.mjs'

const DATABASE = 'hallway'
const isDev = process.argv.includes('--dev')

/**
 * @typedef {{ url: string, direct: string, embedded: boolean, movedTo?: string, keep?: () => { lost: Promise<string>,
 * stop: () => void }, stop: () => Promise<void> }} UsedDatabase `direct`: without a pooler; `keep`: starts it again
 * when it dies
 */

const stopped = untilStopped()
let failure = 'Hallway did not start'
try {
  await up()
} catch (error) {
  if (!stopped.requested) reportFailure(failure, error)
}
// Whatever still waits, such as a request to a server that is gone, has nobody left to wait for.
process.exit()

async function up() {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  requireKnownWords()
  await step('Packages', installPackages)
  await checkEnvironment()
  const address = await readAddress()
  const folder = dataFolder()
  prepareFolder(folder)
  await requireFreePort(address)
  const metricsPort = Number(process.env.HALLWAY_METRICS_PORT)
  if (metricsPort) await requireFreePort({ ...address, port: metricsPort, variable: 'HALLWAY_METRICS_PORT' })
  const database = await openDatabase(folder)
  try {
    await prepare(folder, database)
    await serve(address, folder, database)
  } finally {
    await database.stop()
  }
}

/** @param {string} folder @param {UsedDatabase} database */
async function prepare(folder, database) {
  await step('Database client', generateClient)
  await step('Migrations', (note) => migrate(database.direct, note))
  await step('Demo', (note) => loadDemo(folder, database, note))
  if (!isDev) return step('Build', buildIfStale)
  await step('Fonts', () => cutFonts())
  await step('Threads', () => bundleThreads())
}

/** @param {{ host: string, port: number }} address @param {string} folder @param {UsedDatabase} database */
async function serve(address, folder, database) {
  const env = {
    ...readSecrets(folder),
    DATABASE_URL: database.url,
    HALLWAY_DATA: folder,
    HALLWAY_DEMO: (await isDemoShown(database.url)) ? '1' : '0',
    NODE_ENV: isDev ? 'development' : 'production',
  }
  const words = isDev ? ['--import', 'tsx', 'server/main.ts'] : ['--enable-source-maps', 'dist/server.mjs']
  const start = () => startAppServer({ ...address, env, words })
  const server = await step('Server', () => keepAppServer(start, console.error))
  printWelcome({ ...address, folder, movedTo: database.movedTo, isEmbedded: database.embedded })
  failure = 'Hallway has ended'
  const keeper = database.keep?.()
  const ending = await Promise.race([stopped.signal, server.ended, ...(keeper ? [keeper.lost] : [])])
  keeper?.stop()
  // Nobody is served without a database: whoever watches over us may start all of it again.
  if (!stopped.requested) await server.stop()
  if (!stopped.requested) throw new StartError(`${ending}.`)
  await step('Stopping', () => server.stop())
}

function requireKnownWords() {
  const unknown = process.argv.slice(2).find((word) => word !== '--dev')
  if (unknown)
    throw new StartError(`there is no option ${unknown}; what can be said otherwise are variables, see .env.example.`)
}

/** @returns {Promise<{ host: string, port: number }>} */
async function readAddress() {
  const port = Number(process.env.PORT || 3000)
  return { host: process.env.HOST || '127.0.0.1', port: port || (await findFreePort()) }
}

/** @param {string} folder @returns {Promise<UsedDatabase>} */
async function openDatabase(folder) {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, direct: withoutPooler(given), embedded: false, stop: async () => undefined }
  return step('Database', async (note) => {
    const server = await startPostgres({ folder })
    note(server.started ? `embedded, port ${server.port}` : `embedded, already running on port ${server.port}`)
    return {
      url: server.url(DATABASE),
      direct: server.url(DATABASE),
      embedded: true,
      movedTo: server.moved ? server.folder : undefined,
      keep: () => keepPostgres({ folder, port: server.port }, console.error),
      stop: server.stop,
    }
  })
}

/** @param {string} folder @param {UsedDatabase} database @param {(text: string) => void} note */
async function loadDemo(folder, database, note) {
  const wish = process.env.HALLWAY_DEMO
  const isWanted = wish === '1' || (wish !== '0' && database.embedded && (await isEmpty(database.url)))
  if (isWanted) return note(await runDemo(folder, database.url))
  note((await isDemoOutdated(database.url)) ? await runDemo(folder, database.url, '--redate') : 'nothing to do')
}

/** @param {string} folder @param {string} url @param {string[]} words @returns {Promise<string>} what it did */
async function runDemo(folder, url, ...words) {
  const { ok, output } = await runProgram(process.execPath, ['--import', 'tsx', 'scripts/load-demo.ts', ...words], {
    env: { DATABASE_URL: url, HALLWAY_DATA: folder },
  })
  if (!ok) throw new StartError(`The demo could not be loaded (${lastComplaint(output)}).`)
  return output.trim().split('\n').at(-1) ?? ''
}
