// @ts-check
// What runs over a data directory, who of us uses it, and how it ends.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../start-error.mjs'

const START_DEADLINE_MS = 30_000
const STOP_DEADLINE_MS = 10_000

/** @typedef {{ pid: number, port: number, ready: boolean }} Server */

/**
 * What postmaster.pid says (line 1 pid, 4 port, 8 state), if that process lives and serves this directory.
 * @param {string} data
 * @returns {Server | undefined}
 */
export function findServer(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
    const pid = Number(lines[0])
    if (!isAlive(pid)) return undefined
    if (existsSync('/proc/self') && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return undefined
    return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Waits until the server accepts connections, or until `hasFailed`.
 * @param {string} data @param {() => boolean} hasFailed
 * @returns {Promise<Server | undefined>} undefined when it failed
 * @throws {StartError} after half a minute
 */
export async function untilReady(data, hasFailed) {
  const deadline = Date.now() + START_DEADLINE_MS
  while (Date.now() < deadline) {
    const server = findServer(data)
    if (server?.ready) return server
    if (hasFailed()) return undefined
    await wait(20)
  }
  throw new StartError(`Postgres was not ready after ${START_DEADLINE_MS / 1000} s; its log is ${data}.log.`)
}

/**
 * Notes that this process uses the server.
 * @param {string} data
 * @returns {() => boolean} takes the note back and says whether another living process still uses the server
 */
export function registerUse(data) {
  const folder = `${data}.users`
  const note = join(folder, `${process.pid}.${randomBytes(4).toString('hex')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(note, '')
  return () => {
    rmSync(note, { force: true })
    const users = readdirSync(folder)
    for (const dead of users.filter((user) => !isAlive(Number.parseInt(user))))
      rmSync(join(folder, dead), { force: true })
    return users.some((user) => isAlive(Number.parseInt(user)))
  }
}

/** Ends the server and waits for it. @param {string} data */
export async function stopServer(data) {
  // SIGINT is Postgres's "fast" shutdown: it ends its connections and writes a checkpoint. SIGQUIT leaves that to the
  // next start.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT'])) {
    const server = findServer(data)
    if (!server) return
    process.kill(server.pid, signal)
    const deadline = Date.now() + STOP_DEADLINE_MS
    while (isAlive(server.pid) && Date.now() < deadline) await wait(20)
  }
}

/** Does this process exist, and is it ours to signal? @param {number} pid */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
