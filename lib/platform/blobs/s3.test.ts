import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { S3Server } from '@/tests/s3-server'
import {
  areBlobsReachable,
  clearHalfBlobs,
  deleteBlob,
  hasBlob,
  listBlobs,
  openBlob,
  putBlob,
  putBlobStream,
  readBlob,
} from './blobs'

const key = 'abcdef01-2345-4678-9abc-def012345678'
const away = { name: 'AppError', code: 'UNAVAILABLE' }
const s3 = new S3Server()
await s3.start()
afterAll(() => s3.stop())

beforeEach(() => {
  s3.failing = null
  Object.assign(process.env, s3.variables)
})

it.each<[string, () => unknown]>([
  ['has no such bucket', () => (process.env.HALLWAY_S3_BUCKET = 'others')],
  ['does not know the key', () => (process.env.HALLWAY_S3_SECRET_ACCESS_KEY = 'guessed')],
  ['is busy', () => (s3.failing = { status: 503, code: 'SlowDown' })],
  ['is a page of something between', () => (s3.failing = { status: 404, code: '' })],
  ['is not there', () => (process.env.HALLWAY_S3_ENDPOINT = 'http://127.0.0.1:1')],
])('never takes a server that %s for one without the blob', async (_, begin) => {
  await putBlob(key, Buffer.from('bytes'))
  begin()
  await expect(readBlob(key)).rejects.toMatchObject(away)
  await expect(hasBlob(key)).rejects.toMatchObject(away)
  await expect(putBlob(key, Buffer.from('other'))).rejects.toMatchObject(away)
  await expect(deleteBlob(key)).rejects.toMatchObject(away)
  await expect(listBlobs(new Date()).next()).rejects.toMatchObject(away)
  expect(await areBlobsReachable()).toBe(false)
})

it('asks again a server that is busy for a moment', async () => {
  s3.failing = { status: 503, code: 'SlowDown' }
  const putting = putBlob(key, Buffer.from('bytes'))
  await s3.nextRequest()
  s3.failing = null
  await putting
  expect(await readBlob(key)).toEqual(Buffer.from('bytes'))
})

it('gives no bytes that are not those that were put', async () => {
  await putBlob(key, Buffer.from('bytes'))
  const [held] = s3.objects.values()
  if (held) held.bytes = Buffer.from('bites')
  await expect(readBlob(key)).rejects.toMatchObject(away)
  const opened = await openBlob(key)
  await expect(opened && buffer(opened.stream)).rejects.toMatchObject(away)
})

it('sends what is large in parts of eight megabytes, and leaves none of them where that fails', async () => {
  const large = Buffer.alloc(60_000_000, 'photo')
  const sum = createHash('sha256').update(large).digest('hex')
  s3.mostAtOnce = 0
  await putBlobStream(key, Readable.from([large]), sum)
  const [held] = s3.objects.values()
  expect([held?.sum, s3.mostAtOnce, s3.uploads.size]).toEqual([sum, 8 * 1024 * 1024, 0])
  await expect(putBlobStream(key, Readable.from([large, large]), sum)).rejects.toThrow('not those')
  expect([s3.uploads.size, (await readBlob(key))?.equals(large)]).toEqual([0, true])
})

it('gives up uploads that were begun long ago and never ended', async () => {
  const [old, young, theirs] = [randomUUID(), randomUUID(), randomUUID()]
  const begun = { sum: '', parts: new Map<string, Buffer>() }
  process.env.HALLWAY_S3_PREFIX = 'ours'
  s3.uploads.set(old, { ...begun, name: `ours/ab/${key}`, begunAt: new Date('2026-01-01') })
  s3.uploads.set(young, { ...begun, name: `ours/ab/${key}`, begunAt: new Date('2026-01-03') })
  s3.uploads.set(theirs, { ...begun, name: `theirs/${key}`, begunAt: new Date('2026-01-01') })
  expect(await clearHalfBlobs(new Date('2026-01-02'))).toBe(1)
  expect([...s3.uploads.keys()]).toEqual([young, theirs])
  s3.uploads.clear()
  delete process.env.HALLWAY_S3_PREFIX
})

it('opens nothing to whoever has no key', async () => {
  await putBlob(key, Buffer.from('bytes'))
  const [name] = s3.objects.keys()
  const { status } = await fetch(`${process.env.HALLWAY_S3_ENDPOINT}/photos/${name}`)
  expect([name, status]).toEqual([`ab/${key}`, 403])
})

it('passes over what others have in the bucket', async () => {
  await putBlob(key, Buffer.from('bytes'))
  const held = { bytes: Buffer.from('x'), sum: '', putAt: new Date(0) }
  for (const name of ['readme.txt', `elsewhere/${key}`, `cd/${key}`]) s3.objects.set(name, held)
  expect((await listBlobs(new Date(Date.now() + 60_000)).next()).value).toEqual([key])
})
