import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { deleteBlob, listBlobs, putBlob, readBlob } from './blobs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-blobs-'))
  process.env.HALLWAY_DATA = folder
})

const key = 'abcdef01-2345-4678-9abc-def012345678'

it('keeps bytes under a key, replaces them and lets them go', async () => {
  expect(await readBlob(key)).toBeNull()
  await putBlob(key, Buffer.from('first'))
  await putBlob(key, Buffer.from('second'))
  expect(await readBlob(key)).toEqual(Buffer.from('second'))
  await deleteBlob(key)
  await deleteBlob(key)
  expect(await readBlob(key)).toBeNull()
})

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

it('lists the keys of what has been there for a while', async () => {
  const listed = async (putBefore: Date) => {
    const keys: string[] = []
    for await (const some of listBlobs(putBefore)) keys.push(...some)
    return keys
  }
  expect(await listed(new Date())).toEqual([])
  const young = randomUUID()
  for (const each of [key, young]) await putBlob(each, Buffer.from('bytes'))
  await utimes(join(folder, 'blobs', 'ab', key), 1, new Date('2026-01-01'))
  expect(await listed(new Date('2026-01-02'))).toEqual([key])
  expect((await listed(new Date(Date.now() + 60_000))).sort()).toEqual([key, young].sort())
})

it.each(['../../etc/passwd', '', 'ab/cdef', key.toUpperCase(), `${key}/x`, `${randomUUID()}\n`, 'abcdef'])(
  'takes no key that is not an id: %j',
  async (wrong) => {
    await expect(putBlob(wrong, Buffer.from('x'))).rejects.toThrow('is no key')
    await expect(readBlob(wrong)).rejects.toThrow('is no key')
    await expect(deleteBlob(wrong)).rejects.toThrow('is no key')
  },
)
