import { randomUUID } from 'node:crypto'
import {
  access,
  constants,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { BLOB_KEY, type BlobStore, type OpenBlob } from './blob-store'
import { checked } from './checked'

/** Blobs as files of the data folder, which nobody else on the machine can read. */
export const disk: BlobStore = { put, putStream, read, open: openBlob, has, remove, list, clearHalves, check }

async function put(key: string, bytes: Uint8Array): Promise<void> {
  await writeThrough(key, (file) => file.writeFile(bytes))
}

async function putStream(key: string, stream: Readable, sha256: string): Promise<void> {
  await writeThrough(key, (file) => writeFile(file, checked(stream, sha256)))
}

async function writeThrough(key: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const path = pathOf(key)
  const half = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeSynced(half, write)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function read(key: string): Promise<Buffer | null> {
  return readFile(/* turbopackIgnore: true */ pathOf(key)).catch(absent(null))
}

async function openBlob(key: string): Promise<OpenBlob | null> {
  const file = await open(/* turbopackIgnore: true */ pathOf(key), 'r').catch(absent(null))
  return file && { size: (await file.stat()).size, stream: file.createReadStream() }
}

async function has(key: string): Promise<boolean> {
  return Number.isFinite(await modifiedAt(pathOf(key)))
}

async function remove(key: string): Promise<void> {
  await rm(pathOf(key), { force: true })
}

async function* list(putBefore: Date): AsyncGenerator<string[]> {
  for (const folder of await namesIn(rootOf())) {
    const path = join(rootOf(), folder)
    const keys = (await namesIn(path)).filter((name) => BLOB_KEY.test(name))
    const times = await Promise.all(keys.map((key) => modifiedAt(join(path, key))))
    yield keys.filter((_, index) => (times[index] ?? Infinity) < putBefore.getTime())
  }
}

async function clearHalves(begunBefore: Date): Promise<number> {
  let cleared = 0
  for (const folder of await namesIn(rootOf())) {
    const path = join(rootOf(), folder)
    // As writeThrough names them.
    for (const name of (await namesIn(path)).filter((one) => BLOB_KEY.test(one.slice(0, 36)) && one[36] === '.')) {
      if ((await modifiedAt(join(path, name))) >= begunBefore.getTime()) continue
      await rm(join(path, name), { force: true })
      cleared++
    }
  }
  return cleared
}

async function check(): Promise<void> {
  await mkdir(rootOf(), { recursive: true, mode: 0o700 })
  await access(/* turbopackIgnore: true */ rootOf(), constants.W_OK)
}

/** Two letters a folder: none gets so full that listing it is slow. */
function pathOf(key: string): string {
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

async function writeSynced(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(/* turbopackIgnore: true */ path, 'wx', 0o600)
  try {
    await write(file)
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
