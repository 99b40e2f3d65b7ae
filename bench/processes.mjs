// @ts-check
// The processes of a measurement.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Starts the bare twin in a process of its own.
 * @param {import('./twin.mjs').Task} task
 * @returns {Promise<{ origin: string, pid: number, stop: () => void }>}
 */
export async function startTwin(task) {
  const child = fork(fileURLToPath(new URL('./twin.mjs', import.meta.url)), [JSON.stringify(task)])
  const [{ port }] = await once(child, 'message')
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill() }
}

/** The process that listens on a port of this machine; 0 where /proc does not say. @param {number} port */
export function findListener(port) {
  try {
    const wanted = new Set(['tcp', 'tcp6'].flatMap((kind) => socketsOf(kind, port)))
    const holds = (/** @type {string} */ pid) =>
      list(`/proc/${pid}/fd`).some((fd) => wanted.has(follow(`/proc/${pid}/fd/${fd}`)))
    return Number(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .find(holds) ?? 0,
    )
  } catch {
    return 0
  }
}

/** Resident memory in kB; NaN where /proc does not say. @param {number} pid */
export function residentKilobytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return NaN
  }
}

/** @param {string} origin @returns {URL} @throws {Error} when it is another machine's */
export function requireLoopback(origin) {
  const url = new URL(origin)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    throw new Error('Measure a Hallway on this machine: a load on another one is an attack.')
  return url
}

/** @param {string} kind @param {number} port */
function socketsOf(kind, port) {
  const LISTENING = '0A'
  const lines = readFileSync(`/proc/net/${kind}`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
  return lines
    .filter(([, local = '', , state]) => state === LISTENING && Number.parseInt(local.split(':')[1] ?? '', 16) === port)
    .map((fields) => `socket:[${fields[9]}]`)
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** @param {string} link */
function follow(link) {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}
