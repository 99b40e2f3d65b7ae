// @ts-check
// What `npm run restore` can be told, and what of it needs the installation: known before its program is asked.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const flag = /** @type {const} */ ({ type: 'boolean', default: false })
const text = /** @type {const} */ ({ type: 'string' })

export const restoreOptions = { check: flag, replace: flag, conference: text, as: text }

/**
 * What these words need. What is wrong with them is for the program to say, and reading a whole backup is for the file
 * alone: neither makes, or begins, anything.
 * @param {string[]} words @param {string} folder where files are named
 * @returns {{ isThere: boolean, isRead: boolean }} `isThere`: an installation; `isRead`: its database is asked
 */
export function restoreNeeds(words, folder) {
  try {
    const { values, positionals } = parseArgs({ args: words, options: restoreOptions, allowPositionals: true })
    const [file] = positionals
    const isOne = values.conference !== undefined
    const isFile = file !== undefined && existsSync(resolve(folder, file))
    return { isThere: isOne, isRead: isOne || (isFile && !values.check) }
  } catch {
    return { isThere: false, isRead: false }
  }
}
