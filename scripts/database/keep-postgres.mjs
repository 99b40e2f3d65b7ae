// @ts-check
// Notices that the embedded server died, and starts it again.
import { setTimeout as wait } from 'node:timers/promises'
import { isPostgresAlive, restartPostgres } from './embedded-postgres.mjs'

const LOOK_MS = 1_000
/** Whoever dies this often within this time has a reason that starting does not take away. */
const MOST_DEATHS = 5
const WITHIN_MS = 10 * 60_000

/**
 * Looks after the server until told to stop: a dead one is started again, at its port, so that whoever is connected
 * finds it. What happens is said; /api/health says "unavailable" meanwhile.
 * @param {{ folder: string, port: number }} server as startPostgres was asked and answered
 * @param {(sentence: string) => void} say
 * @returns {{ lost: Promise<string>, stop: () => void }} `lost`: it cannot be kept, and why
 */
export function keepPostgres(server, say) {
  const stopping = new AbortController()
  return { lost: watch(server, say, stopping.signal), stop: () => stopping.abort() }
}

/**
 * @param {{ folder: string, port: number }} server
 * @param {(sentence: string) => void} say
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
async function watch(server, say, signal) {
  /** @type {number[]} */
  let deaths = []
  for (;;) {
    // A wait that is cut short is over.
    await wait(LOOK_MS, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return new Promise(() => undefined)
    if (isPostgresAlive(server.folder)) continue
    deaths = [...deaths.filter((at) => Date.now() - at < WITHIN_MS), Date.now()]
    if (deaths.length > MOST_DEATHS)
      return `its database died ${deaths.length} times within ${WITHIN_MS / 60_000} minutes; its log says why`
    say('The database has ended. It is started again; until then nothing can be saved.')
    try {
      await restartPostgres(server)
      say('The database runs again.')
    } catch (error) {
      return (
        'its database ended and could not be started again ' +
        `(${error instanceof Error ? error.message : String(error)})`
      )
    }
  }
}
