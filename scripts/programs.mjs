// @ts-check
// Runs other programs one after the other, quietly: their output is kept and shown when it matters.
import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..')

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let isStopping = false

/**
 * Runs a program of node_modules or of the system in the project's folder.
 * @param {string} command @param {string[]} words
 * @param {{ env?: Record<string, string>, timeoutMs?: number, as?: { uid?: number, gid?: number, cwd?: string } }}
 * [options] `env` is added to ours; `as`: who runs it, and where
 * @returns {Promise<Outcome>} `output`: stdout and stderr as they came
 */
export function runProgram(command, words, { env = {}, timeoutMs, as = {} } = {}) {
  if (isStopping) return Promise.resolve({ ok: false, output: 'stopped' })
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    ...as,
  })
  running.add(child)
  const chunks = /** @type {Buffer[]} */ ([])
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  return new Promise((done) => {
    /** @param {boolean} ok @param {string} [more] */
    const end = (ok, more = '') => {
      running.delete(child)
      done({ ok, output: Buffer.concat(chunks).toString('utf8') + more })
    }
    child.once('error', (error) => end(false, error.message))
    child.once('close', (code) => end(code === 0))
  })
}

/** Ends the programs that still run, and starts no more. */
export function stopPrograms() {
  isStopping = true
  for (const child of running) child.kill('SIGTERM')
}
