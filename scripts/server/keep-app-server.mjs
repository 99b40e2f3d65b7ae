// @ts-check
// Notices that the server ended by itself, and starts it again.

/** Whoever ends this often within this time has a reason that starting does not take away. */
const MOST_STARTS = 5
const WITHIN_MS = 60_000

/** @typedef {import('./app-server.mjs').AppServer} AppServer */

/**
 * Starts the server, and again whenever it ends, until told to stop. What happens is said.
 * @param {() => Promise<AppServer>} start
 * @param {(sentence: string) => void} say
 * @returns {Promise<AppServer>} `ended`: it cannot be kept, and why
 * @throws {import('../start-error.mjs').StartError} when it does not start the first time
 */
export async function keepAppServer(start, say) {
  let server = await start()
  let isStopping = false
  const ended = keep()
  return {
    ended,
    async stop() {
      isStopping = true
      await server.stop()
      // One that was being started meanwhile, too.
      await ended
    },
  }

  /** @returns {Promise<string>} */
  async function keep() {
    /** @type {number[]} */
    let starts = []
    let ending = await server.ended
    for (;;) {
      if (isStopping) return ending
      starts = starts.filter((at) => Date.now() - at < WITHIN_MS)
      if (starts.length === MOST_STARTS)
        return `${ending}, ${MOST_STARTS + 1} times within a minute; what it said last says why`
      starts.push(Date.now())
      say(`${sentence(ending)} It is started again; devices keep what is written until then.`)
      try {
        server = await start()
      } catch (error) {
        // One that is ended while it starts has ended once more, and no more than that.
        ending = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
        continue
      }
      if (isStopping) await server.stop()
      else say('The server runs again.')
      ending = await server.ended
    }
  }
}

/** @param {string} words "the server was ended by SIGKILL" */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
