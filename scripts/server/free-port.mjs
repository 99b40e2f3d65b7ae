import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below those that systems give to outgoing connections (Linux from 32768, others from 49152): one of these, let go a
// moment ago, may be somebody's connection by the time that a server listens.
const FIRST = 20_000
const LAST = 32_767

/** What starts beside it may not listen yet. @type {Set<number>} */
const given = new Set()

/** @returns {Promise<number>} a port of the loopback address that nobody listens on, each time another */
export async function findFreePort() {
  for (;;) {
    const port = randomInt(FIRST, LAST + 1)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
}

/** @param {number} port @returns {Promise<boolean>} @throws whatever else stops listening */
function isFree(port) {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}
