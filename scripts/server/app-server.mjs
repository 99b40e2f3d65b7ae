// @ts-check
// The front door as a process of ours: started, waited for, ended.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../programs.mjs'
import { StartError } from '../start-error.mjs'

const READY_DEADLINE_MS = 60_000
// The server itself takes at most 10 s to say goodbye.
const STOP_DEADLINE_MS = 15_000
// Time for a Hallway whose `npm run up` was killed to notice and let go of the port.
const PORT_DEADLINE_MS = 3_000

/** @typedef {{ ended: Promise<string>, stop: () => Promise<void> }} AppServer `ended`: how it ended, in words */

/**
 * @param {{ host: string, port: number, variable?: string }} address `variable`: the one that names the port
 * @throws {StartError} when something else listens there
 */
export async function requireFreePort({ host, port, variable = 'PORT' }) {
  const deadline = Date.now() + PORT_DEADLINE_MS
  for (;;) {
    const code = await tryPort(host, port)
    if (!code) return
    if (code === 'EACCES')
      throw new StartError(`Port ${port} is reserved for root; choose another one with ${variable}.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(
        `HOST=${host} is no address of this machine; 127.0.0.1 is this machine alone, 0.0.0.0 is every network ` +
          'it is in.',
      )
    if (code !== 'EADDRINUSE') throw new StartError(`Port ${port} of ${host} cannot be used (${code}).`)
    if (Date.now() > deadline)
      throw new StartError(
        `Port ${port} is taken; stop what listens there, or choose another one with ${variable}, such as ` +
          `${variable}=${port < 65535 ? port + 1 : 3000} npm run up.`,
      )
    await wait(250)
  }
}

/**
 * Starts the front door and waits until it answers that it is well.
 * @param {{ host: string, port: number, env: Record<string, string>, words: string[], quiet?: boolean }} options
 * `words`: for node
 * @returns {Promise<AppServer>}
 * @throws {StartError} when it ends or does not answer
 */
export async function startAppServer({ host, port, env, words }) {
  const guard = new URL('./end-with-parent.mjs', import.meta.url).href
  // Detached, so that a Ctrl-C in the terminal reaches it once, through us, and the database outlives it.
  const child = spawn(process.execPath, ['--import', guard, ...words], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // glibc keeps for each thread what it gave back: with few shares that is 100 MB less once pages were compressed.
    env: {
      MALLOC_ARENA_MAX: '2',
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
      HOST: host,
      PORT: String(port),
    },
  })
  /** @type {string | undefined} */
  let ending
  /** @type {string | undefined} */
  let reason
  child.on('message', (said) => {
    if (typeof said === 'object' && 'cannotStart' in said) reason = String(said.cannotStart)
  })
  // It is disconnected once all that it sent has come.
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(
    ([[code, signal]]) =>
      (ending = reason ?? (signal ? `the server was ended by ${signal}` : `the server ended with code ${code}`)),
  )
  const stop = () => stopChild(child, ended)
  const deadline = Date.now() + READY_DEADLINE_MS
  while (!(await isWell(host, port))) {
    if (!ending && Date.now() < deadline) await wait(50)
    else {
      await stop()
      throw new StartError(ending ?? `the server did not answer on port ${port} within ${READY_DEADLINE_MS / 1000} s`)
    }
  }
  return { ended, stop }
}

/** Where this machine reaches a server that is bound to `host`. @param {string} host */
function reachableHost(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** @param {import('node:child_process').ChildProcess} child @param {Promise<unknown>} ended */
async function stopChild(child, ended) {
  child.kill('SIGTERM')
  const patience = AbortSignal.timeout(STOP_DEADLINE_MS)
  patience.addEventListener('abort', () => child.kill('SIGKILL'))
  await ended
}

/** @param {string} host @param {number} port */
async function isWell(host, port) {
  try {
    const response = await fetch(`http://${reachableHost(host)}:${port}/api/health`, {
      signal: AbortSignal.timeout(5_000),
    })
    return response.ok
  } catch {
    return false
  }
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} why it cannot be listened on */
function tryPort(host, port) {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error) => done('code' in error ? String(error.code) : error.message))
    probe.listen({ host, port }, () => probe.close(() => done(undefined)))
  })
}
