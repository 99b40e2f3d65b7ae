import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { S3Server } from '@/tests/s3-server'
import { areBlobsReachable, deleteBlob, hasBlob, listBlobs, openBlob, putBlob, putBlobStream, readBlob } from './blobs'

const s3 = new S3Server()
await s3.start()
afterAll(() => s3.stop())

const key = 'abcdef01-2345-4678-9abc-def012345678'
const ends: { name: string; begin: () => Promise<void>; age: (key: string, putAt: Date) => Promise<void> }[] = [
  {
    name: 'files of a folder',
    async begin() {
      process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-blobs-'))
    },
    age: (key, putAt) => utimes(join(process.env.HALLWAY_DATA ?? '', 'blobs', key.slice(0, 2), key), 1, putAt),
  },
  {
    name: 'a bucket',
    async begin() {
      s3.objects.clear()
      s3.mostOfPage = 2
      Object.assign(process.env, s3.variables, { HALLWAY_S3_PREFIX: '/home/of photos/'.replace(' ', '-') })
    },
    async age(key, putAt) {
      const held = s3.objects.get(`home/of-photos/${key.slice(0, 2)}/${key}`)
      if (held) held.putAt = putAt
    },
  },
]
// A real S3 server, which keeps its own times: docs/testing.md says how one is started.
if (process.env.HALLWAY_TEST_S3)
  ends.push({
    name: 'a bucket of a real server',
    begin: async () =>
      void Object.assign(process.env, JSON.parse(process.env.HALLWAY_TEST_S3 ?? ''), {
        HALLWAY_S3_PREFIX: randomUUID(),
      }),
    age: async () => undefined,
  })

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function listed(putBefore: Date): Promise<string[]> {
  const keys: string[] = []
  for await (const some of listBlobs(putBefore)) keys.push(...some)
  return keys.toSorted()
}

describe.each(ends)('$name', ({ name, begin, age }) => {
  beforeEach(begin)

  it('keeps bytes under a key, replaces them and lets them go', async () => {
    expect([await readBlob(key), await hasBlob(key), await areBlobsReachable()]).toEqual([null, false, true])
    await putBlob(key, Buffer.from('first'))
    await putBlob(key, Buffer.from('second'))
    expect([await readBlob(key), await hasBlob(key)]).toEqual([Buffer.from('second'), true])
    await deleteBlob(key)
    await deleteBlob(key)
    expect([await readBlob(key), await hasBlob(key)]).toEqual([null, false])
  })

  it('gives back what is large or empty as it was', async () => {
    const [large, none] = [randomBytes(12_000_000), Buffer.alloc(0)]
    await putBlob(key, large)
    expect((await readBlob(key))?.equals(large)).toBe(true)
    await putBlob(key, none)
    expect(await readBlob(key)).toEqual(none)
  })

  it.each([0, 3_000_000, 8 * 1024 * 1024, 20_000_001])(
    'takes and gives %d bytes as they come, and keeps nothing of a stream that fails or is another',
    async (size) => {
      const large = randomBytes(size)
      expect(await openBlob(key)).toBeNull()
      const half = Math.floor(size / 2)
      await putBlobStream(key, Readable.from([large.subarray(0, half), large.subarray(half)]), hashOf(large))
      const opened = await openBlob(key)
      expect(opened?.size).toBe(large.byteLength)
      expect(opened && (await buffer(opened.stream)).equals(large)).toBe(true)

      async function* failing() {
        yield large
        throw new Error('the disk is gone')
      }
      await expect(putBlobStream(key, Readable.from(failing()), hashOf(large))).rejects.toThrow('the disk is gone')
      const other = Readable.from([Buffer.concat([large, Buffer.from('x')])])
      await expect(putBlobStream(key, other, hashOf(large))).rejects.toThrow('not those whose checksum was given')
      expect((await readBlob(key))?.equals(large)).toBe(true)
      await deleteBlob(key)
    },
  )

  it('leaves one of many that are written under one key at once, whole', async () => {
    const writings = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index))
    await Promise.all(writings.map((bytes) => putBlob(key, bytes)))
    const kept = await readBlob(key)
    expect(writings.some((bytes) => kept?.equals(bytes))).toBe(true)
  })

  it('lists the keys of what has been there for a while', async () => {
    expect(await listed(new Date())).toEqual([])
    const young = Array.from({ length: 4 }, () => randomUUID())
    for (const each of [key, ...young]) await putBlob(each, Buffer.from('bytes'))
    await age(key, new Date('2026-01-01'))
    expect(await listed(new Date('2026-01-02'))).toEqual(name.includes('real') ? [] : [key])
    expect(await listed(new Date(Date.now() + 60_000))).toEqual([key, ...young].toSorted())
  })

  it.each(['../../etc/passwd', '', 'ab/cdef', key.toUpperCase(), `${key}/x`, `${randomUUID()}\n`, 'abcdef'])(
    'takes no key that is not an id: %j',
    async (wrong) => {
      await expect(putBlob(wrong, Buffer.from('x'))).rejects.toThrow('is no key')
      await expect(readBlob(wrong)).rejects.toThrow('is no key')
      await expect(deleteBlob(wrong)).rejects.toThrow('is no key')
    },
  )
})
