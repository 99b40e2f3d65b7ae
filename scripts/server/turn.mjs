// @ts-check
// One at a time: whoever starts, joins or ends the server over a data folder waits for whoever is at it.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './running-server.mjs'
import { StartError } from '../start-error.mjs'

// Longer than a start and an end together may take.
const PATIENCE_MS = 60_000

/**
 * Runs something while no other process of ours, and nothing else of this one, does the like over the same folder. What
 * a killed process left behind counts for nothing.
 * @template T
 * @param {string} data the data directory
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 * @throws {StartError} when the other does not come to an end
 */
export async function inTurn(data, run) {
  const file = `${data}.turn`
  const half = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(half, String(process.pid))
  try {
    const deadline = Date.now() + PATIENCE_MS
    while (!take(half, file)) {
      const holder = holderOf(file)
      if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true })
      else if (Date.now() > deadline)
        throw new StartError(
          `Another Hallway (process ${holder}) has been starting or ending the database for a minute; end it, or wait.`,
        )
      else await wait(50)
    }
  } finally {
    rmSync(half, { force: true })
  }
  try {
    return await run()
  } finally {
    rmSync(file, { force: true })
  }
}

/** A link is made whole or not at all. @param {string} half @param {string} file */
function take(half, file) {
  try {
    linkSync(half, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file @returns {number | undefined} */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
