import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteBlob, putBlob, readBlob } from '@/lib/platform/blobs/blobs'
import { AppError } from '@/lib/platform/errors'
import { makePerson } from '@/tests/factories/person'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg, jpegWith, png, webp } from '@/tests/factories/picture'
import { testDatabase } from '@/tests/db'
import { keepPhoto } from './keep-photo'
import { deletePhoto } from './photo-mutations'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))
const [keptJpeg, keptPng] = [await keptPicture(jpeg), await keptPicture(png)]
const [now, later] = [new Date('2026-03-24T12:00:00Z'), new Date('2026-03-24T12:05:00Z')]

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let id: string

beforeEach(async () => {
  ada = await makePerson(db)
  id = randomUUID()
})

const keep = (bytes: Buffer, quota?: { photos: number; bytes: number }, photoId = id) =>
  keepPhoto(db, ada, photoId, bytes, now, quota)
/** A photo as it was kept before pictures were drawn anew. */
const rowOf = async (bytes: Buffer) => {
  await putBlob(id, bytes)
  const facts = { mediaType: 'image/jpeg', bytes: bytes.length, width: 12, height: 8, revision: 0n, takenAt: now }
  return db.photo.create({ data: { id, userId: ada.id, ...facts } })
}
const revisionOf = async ({ id: userId }: Person) =>
  (await db.user.findUniqueOrThrow({ where: { id: userId } })).revision

describe('keeping a photo', () => {
  it('keeps what is seen, not where it was taken, and tells the other devices', async () => {
    const taken = jpegWith([[0xe1, 'Exif\0\0GPS']])
    expect(await keep(taken)).toEqual({ ok: true })
    expect(await db.photo.findUnique({ where: { id } })).toEqual({
      id,
      userId: ada.id,
      noteId: null,
      caption: null,
      mediaType: 'image/jpeg',
      bytes: keptJpeg.length,
      width: 12,
      height: 8,
      sentHash: createHash('sha256').update(taken).digest('hex'),
      revision: 1n,
      takenAt: now,
      createdAt: now,
      saidAt: null,
      deletedAt: null,
    })
    expect([await readBlob(id), await revisionOf(ada)]).toEqual([keptJpeg, 1n])
  })

  it('changes nothing when it comes again, even twice at the same moment', async () => {
    await Promise.all([keep(jpeg), keep(jpeg), keep(jpeg)])
    const before = await db.photo.findUnique({ where: { id } })
    expect(await keepPhoto(db, ada, id, jpeg, later)).toEqual({ ok: true })
    expect([await db.photo.findUnique({ where: { id } }), await revisionOf(ada)]).toEqual([before, 1n])
  })

  it('leaves as it came what was kept before pictures were drawn anew', async () => {
    const { sentHash, ...row } = await rowOf(jpeg)
    expect(sentHash).toBeNull()
    expect(await keepPhoto(db, ada, id, jpeg, later)).toEqual({ ok: true })
    expect(await db.photo.findUnique({ where: { id } })).toEqual({ ...row, sentHash })
    expect(await readBlob(id)).toEqual(jpeg)
  })

  it('takes another picture in place of one, and one again whose bytes are lost or only half there', async () => {
    await keep(png)
    for (const bytes of [jpeg, png, jpeg]) {
      await keep(bytes)
      expect(await readBlob(id)).toEqual(await keptPicture(bytes))
    }
    await putBlob(id, keptJpeg.subarray(9))
    await keep(jpeg)
    expect(await readBlob(id)).toEqual(keptJpeg)
    await deleteBlob(id)
    await keep(jpeg)
    expect(await readBlob(id)).toEqual(keptJpeg)
  })

  it('takes no id of somebody else’s, not even when both send it at the same moment', async () => {
    const bob = await makePerson(db)
    await keep(jpeg)
    await expect(keepPhoto(db, bob, id, png, now)).rejects.toEqual(new AppError('NOT_FOUND', 'photo'))
    expect(await readBlob(id)).toEqual(keptJpeg)

    const contested = randomUUID()
    const [first, second] = await Promise.allSettled([
      keepPhoto(db, ada, contested, jpeg, now),
      keepPhoto(db, bob, contested, png, now),
    ])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const row = await db.photo.findUniqueOrThrow({ where: { id: contested } })
    const kept = await readBlob(contested)
    expect(row).toMatchObject(
      first.status === 'fulfilled'
        ? { userId: ada.id, bytes: keptJpeg.length }
        : { userId: bob.id, bytes: keptPng.length },
    )
    expect(kept).toEqual(row.userId === ada.id ? keptJpeg : keptPng)
  })

  it('takes nothing for a photo that was deleted', async () => {
    await keep(jpeg)
    await db.$transaction((tx) => deletePhoto(tx, ada.id, { id }, now))
    await expect(keep(png)).rejects.toEqual(new AppError('NOT_FOUND', 'photo'))
  })

  it('takes no more than a person may have here, and gives room back for what was deleted', async () => {
    const [second, third] = [randomUUID(), randomUUID()]
    expect(await keep(jpeg, { photos: 1, bytes: 1000 })).toMatchObject({ ok: true })
    expect(await keep(png, { photos: 1, bytes: 1000 }, second)).toEqual({ ok: false, reason: 'tooManyPhotos' })
    expect(await keep(png, { photos: 9, bytes: keptJpeg.length + keptPng.length - 1 }, second)).toEqual({
      ok: false,
      reason: 'noRoomLeft',
    })
    expect(await keep(webp, { photos: 1, bytes: 1000 })).toMatchObject({ ok: true })
    expect([await db.photo.count({ where: { userId: ada.id } }), await readBlob(second)]).toEqual([1, null])

    await db.$transaction((tx) => deletePhoto(tx, ada.id, { id }, now))
    expect(await keep(png, { photos: 1, bytes: 1000 }, third)).toMatchObject({ ok: true })
    expect([await readBlob(id), await readBlob(third)]).toEqual([null, keptPng])
  })
})
