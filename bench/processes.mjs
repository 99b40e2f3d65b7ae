// @ts-check
// The processes of a measurement.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const TICKS_A_SECOND = 100

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

/** A process and all below it. @param {number} pid @returns {number[]} */
export function familyOf(pid) {
  const parents = list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ child: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]) }))
  const family = [pid]
  // What is found is looked below as well.
  for (const one of family) family.push(...parents.filter(({ parent }) => parent === one).map(({ child }) => child))
  return family
}

/** Proportional set size in kB; 0 of a process that has ended. @param {number} pid */
export function proportionalKilobytes(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

/** Seconds of a processor that a process took so far, and those of its children that it saw end. @param {number} pid */
export function processorSeconds(pid) {
  // After the name, which may hold anything: state, parent, … and as the 12th to 15th user and system time.
  const times = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 15)
  return times.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND
}

/** Kilobytes written so far to the disk that a file lies on, by anybody. @param {string} file */
export function diskKilobytes(file) {
  const { dev } = statSync(file)
  const [major, minor] = [(dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00)]
  const SECTOR = 512
  return (Number(read(`/sys/dev/block/${major}:${minor}/stat`).trim().split(/\s+/)[6]) * SECTOR) / 1024
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

/** Nothing of what has ended. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
