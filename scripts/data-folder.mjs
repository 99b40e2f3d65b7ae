// @ts-check
// The one folder where everything lives that a restart must find again.
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { StartError } from './start-error.mjs'

const root = resolve(import.meta.dirname, '..')

/** The data folder: HALLWAY_DATA, else .data in the clone. @returns {string} an absolute path */
export function dataFolder() {
  return resolve(root, process.env.HALLWAY_DATA || '.data')
}

/**
 * Makes the folder if it is missing and checks that it can be written.
 * @param {string} folder
 * @throws {StartError} when it cannot
 */
export function prepareFolder(folder) {
  try {
    makeFolder(folder)
    const probe = join(folder, `.writable-${process.pid}`)
    try {
      // A full disk takes the name but not the content.
      writeFileSync(probe, randomBytes(4096))
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${reasonOf(error)}); make room there, or name another with ` +
        'HALLWAY_DATA.',
    )
  }
}

/**
 * What the file holds; made first if it is not there. Two processes that make it at once read the same.
 * @param {string} file @param {() => string} make
 */
export function readOrMake(file, make) {
  const half = `${file}.${process.pid}`
  try {
    accessSync(file, constants.F_OK)
  } catch {
    writeFileSync(half, make(), { mode: 0o600 })
    takeName(half, file)
    rmSync(half, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * What must stay the same for as long as the data lives: the name in calendar UIDs and the key of sign-in sessions.
 * Made once; the environment wins, and no file is made where it says both: several machines share them.
 * @param {string} folder the data folder
 * @returns {{ HALLWAY_INSTANCE_ID: string, NEXTAUTH_SECRET: string }}
 */
export function readSecrets(folder) {
  const { HALLWAY_INSTANCE_ID, NEXTAUTH_SECRET } = process.env
  if (HALLWAY_INSTANCE_ID && NEXTAUTH_SECRET) return { HALLWAY_INSTANCE_ID, NEXTAUTH_SECRET }
  const made = () =>
    JSON.stringify(
      { instanceId: randomBytes(8).toString('hex'), nextAuthSecret: randomBytes(32).toString('base64url') },
      null,
      2,
    )
  const file = join(folder, 'secrets.json')
  const stored = parseSecrets(file, readOrMake(file, made))
  return {
    HALLWAY_INSTANCE_ID: HALLWAY_INSTANCE_ID || stored.instanceId,
    NEXTAUTH_SECRET: NEXTAUTH_SECRET || stored.nextAuthSecret,
  }
}

/** @param {string} file @param {string} text @returns {{ instanceId: string, nextAuthSecret: string }} */
function parseSecrets(file, text) {
  try {
    const { instanceId, nextAuthSecret } = JSON.parse(text)
    if (typeof instanceId === 'string' && typeof nextAuthSecret === 'string') return { instanceId, nextAuthSecret }
  } catch {
    // Said below: making new ones silently would give every calendar entry a new name and sign everybody out.
  }
  throw new StartError(
    `${file} is damaged: restore it from a backup, or remove it to sign everybody out and give calendar entries ` +
      'new names.',
  )
}

/** Folder by folder: Node's own recursive way never ends in /proc. @param {string} folder */
function makeFolder(folder) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
    makePassable(folder)
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** A folder that we made lets the database's user pass, whatever the umask says. @param {string} folder */
export function makePassable(folder) {
  chmodSync(folder, 0o755)
}

/** Gives the file its name unless another process was first. Where a disk knows no hard links, the last one wins.
 * @param {string} half @param {string} file */
function takeName(half, file) {
  try {
    linkSync(half, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') renameSync(half, file)
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** @param {unknown} error */
function reasonOf(error) {
  const words = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
    ENOENT: 'no folder can be made there',
  }
  const code = codeOf(error)
  return Object.entries(words).find(([known]) => known === code)?.[1] ?? code ?? String(error)
}
