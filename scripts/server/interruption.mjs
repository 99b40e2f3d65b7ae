// @ts-check
// Ctrl-C, SIGTERM, and the death of the npm that started us.
import { readFileSync } from 'node:fs'
import { stopPrograms } from '../programs.mjs'

const WATCH_MS = 500

/**
 * Listens for the wish to stop. The first one ends what runs at the moment; a third Ctrl-C ends us at once.
 * @returns {{ signal: Promise<string>, readonly requested: boolean }}
 */
export function untilStopped() {
  let count = 0
  const signal = new Promise((done) => {
    const request = (/** @type {string} */ name) => {
      // npm passes on what the terminal has sent to both: the second is no impatience.
      if (++count > 2) process.exit(130)
      stopPrograms()
      done(name)
    }
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => request(name))
    watchParent(() => request('the end of npm'))
  })
  return {
    signal,
    get requested() {
      return count > 0
    },
  }
}

/**
 * A killed npm cannot tell us: its shell, our parent, stays behind and is taken over by another process.
 * @param {() => void} onDeath
 */
function watchParent(onDeath) {
  if (!process.env.npm_lifecycle_event) return
  const ancestors = listAncestors()
  const timer = setInterval(() => {
    if (listAncestors() === ancestors) return
    clearInterval(timer)
    onDeath()
  }, WATCH_MS)
  timer.unref()
}

/** Our parent and, where the system says so, its own. */
function listAncestors() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8')
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`
  } catch {
    return String(process.ppid)
  }
}
