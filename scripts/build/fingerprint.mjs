// @ts-check
// Has anything changed since it was made? A stamp beside the product holds the fingerprint of its sources.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../programs.mjs'

/**
 * @param {string[]} paths files and folders of the project; those that do not exist count as such
 * @param {(path: string) => boolean} [counts] which files of a folder matter, by their path in the project
 * @returns {string} the SHA-256 of their names, their contents and the version of Node
 */
export function fingerprintOf(paths, counts = () => true) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap((path) => listFiles(join(root, path)))) {
    const name = relative(root, file)
    if (counts(name)) hash.update(`\0${name}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @param {string} stamp its path in the project @param {string} fingerprint */
export function isFresh(stamp, fingerprint) {
  const file = join(root, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint
}

/** @param {string} stamp @param {string} fingerprint */
export function writeStamp(stamp, fingerprint) {
  writeFileSync(join(root, stamp), fingerprint)
}

/**
 * Every file below a folder, in an order that is the same everywhere; a file is its own list.
 * @param {string} path absolute
 * @returns {string[]} absolute paths
 */
export function listFiles(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
}
