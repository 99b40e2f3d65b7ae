import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/**
 * The one door to large bytes: by key, whole. They lie as files in the data folder; an object store would take the
 * place of this module and of nothing else.
 */

/** Of the database's own making, never a name that somebody gave: nothing of it can lead out of the folder. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Keeps the bytes under the key, in place of what was there. Whoever reads meanwhile gets the old or the new, never a
 * part; once it resolves they outlast a power cut.
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
  return readFile(/* turbopackIgnore: true */ pathOf(key)).catch(absent(null))
}

/** Are there bytes under the key? */
export async function hasBlob(key: string): Promise<boolean> {
  return Number.isFinite(await modifiedAt(pathOf(key)))
}

/** Removes the bytes under the key, if there are any. */
export async function deleteBlob(key: string): Promise<void> {
  await rm(pathOf(key), { force: true })
}

/**
 * The keys of what was put before that instant, a folder at a time: whoever knows which are in use finds here those
 * that are not.
 */
export async function* listBlobs(putBefore: Date): AsyncGenerator<string[]> {
  for (const folder of await namesIn(rootOf())) {
    const path = join(rootOf(), folder)
    const keys = (await namesIn(path)).filter((name) => KEY.test(name))
    const times = await Promise.all(keys.map((key) => modifiedAt(join(path, key))))
    yield keys.filter((_, index) => (times[index] ?? Infinity) < putBefore.getTime())
  }
}

/** Two letters a folder: none gets so full that listing it is slow. */
function pathOf(key: string): string {
  if (!KEY.test(key)) throw new Error(`${key.slice(0, 80)} is no key of a blob`)
  return join(rootOf(), key.slice(0, 2), key)
}

function rootOf(): string {
  return join(resolve(/* turbopackIgnore: true */ process.env.HALLWAY_DATA || '.data'), 'blobs')
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(/* turbopackIgnore: true */ folder).catch(absent([]))
}

async function modifiedAt(path: string): Promise<number> {
  return stat(/* turbopackIgnore: true */ path).then(({ mtimeMs }) => mtimeMs, absent(Infinity))
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

/** A file's new name, too, must be on the disk: after a power cut its folder would not know it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(/* turbopackIgnore: true */ path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Answers that a file is not there; any other failure stays one. */
function absent<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value
    throw error
  }
}
