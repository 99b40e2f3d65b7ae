import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { areBlobsReachable, clearHalfBlobs, putBlob, readBlob } from './blobs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-blobs-'))
  process.env.HALLWAY_DATA = folder
})

const key = 'abcdef01-2345-4678-9abc-def012345678'

it('lays them down for nobody else on the machine, and leaves no halves', async () => {
  await putBlob(key, Buffer.from('bytes'))
  expect(await readdir(join(folder, 'blobs', 'ab'))).toEqual([key])
  const modes = await Promise.all(
    ['blobs', 'blobs/ab', `blobs/ab/${key}`].map(async (path) => (await stat(join(folder, path))).mode & 0o777),
  )
  expect(modes).toEqual([0o700, 0o700, 0o600])
})

it('leaves one of many that are written under one key at once, whole', async () => {
  const writings = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index))
  await Promise.all(writings.map((bytes) => putBlob(key, bytes)))
  const kept = await readBlob(key)
  expect(writings.some((bytes) => kept?.equals(bytes))).toBe(true)
  expect(await readdir(join(folder, 'blobs', 'ab'))).toEqual([key])
})

it('tells by its folder that it can be written', async () => {
  expect(await areBlobsReachable()).toBe(true)
  await rm(join(folder, 'blobs'), { recursive: true })
  await writeFile(join(folder, 'blobs'), 'a file in its place')
  expect(await areBlobsReachable()).toBe(false)
})

it('removes what was begun long ago and never ended, and nothing else', async () => {
  await putBlob(key, Buffer.from('bytes'))
  const at = (name: string) => join(folder, 'blobs', 'ab', name)
  const [old, young] = [`${key}.${key}`, `${key}.11111111-2345-4678-9abc-def012345678`]
  for (const name of [old, young, 'mine']) await writeFile(at(name), 'a half')
  for (const name of [old, key, 'mine']) await utimes(at(name), 1, new Date('2026-01-01'))
  expect(await clearHalfBlobs(new Date('2026-01-02'))).toBe(1)
  expect((await readdir(join(folder, 'blobs', 'ab'))).sort()).toEqual([key, young, 'mine'].sort())
})
