import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/**
 * The one door to large bytes: by key, whole. They lie as files in the data folder; an object store would take the place of
 * this module and of nothing else.
 */

/** Of the database's own making, never a name that somebody gave: nothing of it can lead out of the folder. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Keeps the bytes under the key, in place of what was there. Whoever reads meanwhile gets the old or the new, never a part;
 * once it resolves they outlast a power cut.
 * @param key a UUID, lower case
 */
export async function putBlob(key: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(key)
  const half = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeThrough(half, bytes)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** The bytes under the key; null when there are none. */
export async function readBlob(key: string): Promise<Buffer | null> {
  try {
    return await readFile(/* turbopackIgnore: true */ pathOf(key))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Removes the bytes under the key, if there are any. */
export async function deleteBlob(key: string): Promise<void> {
  await rm(pathOf(key), { force: true })
}

/** Two letters a folder: none gets so full that listing it is slow. */
function pathOf(key: string): string {
  if (!KEY.test(key)) throw new Error(`${key.slice(0, 80)} is no key of a blob`)
  return join(resolve(/* turbopackIgnore: true */ process.env.HALLWAY_DATA || '.data'), 'blobs', key.slice(0, 2), key)
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(/* turbopackIgnore: true */ path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name, too, must be on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(/* turbopackIgnore: true */ path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
