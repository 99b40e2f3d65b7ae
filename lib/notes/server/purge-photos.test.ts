import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { putBlob, readBlob } from '@/lib/platform/blobs/blobs'
import { DAY_MS } from '@/lib/platform/time'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { jpeg } from '@/tests/factories/picture'
import { testDatabase } from '@/tests/db'
import { keepPhoto } from './keep-photo'
import { purgePhotos } from './purge-photos'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))
// The disk writes its own times beside the bytes.
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

it('deletes what no note holds, takes bytes of what is deleted or nobody’s, leaves the rest and plans', async () => {
  const [ada, gone, conference, noteId] = [
    await makePerson(db),
    await makePerson(db),
    await makeConference(db),
    randomUUID(),
  ]
  await db.note.create({
    data: { id: noteId, userId: ada.id, conferenceId: conference.id, revision: 0n, notedAt: now },
  })
  const make = async (person: typeof ada, change: object) => {
    const id = randomUUID()
    await keepPhoto(db, person, id, jpeg, now)
    await db.photo.update({ where: { id }, data: { noteId, ...change } })
    return id
  }
  const kept = [
    await make(ada, { createdAt: daysAgo(99) }),
    await make(ada, { deletedAt: daysAgo(0.5) }),
    await make(ada, { noteId: null, createdAt: daysAgo(20) }),
  ]
  const loose = await make(ada, { noteId: null, createdAt: daysAgo(31) })
  const deleted = await make(ada, { deletedAt: daysAgo(1.5) })
  const published = await make(ada, { deletedAt: daysAgo(1.5) })
  const nobodys = await make(gone, {})
  await db.user.delete({ where: { id: gone.id } })
  const needed = async () => new Set([published])
  const plan = randomUUID()
  await putBlob(plan, jpeg)
  const others = async () => new Set([plan])
  const bytesLeft = async () =>
    Promise.all([...kept, published, plan, loose, deleted, nobodys].map(async (id) => (await readBlob(id)) !== null))

  expect(await purgePhotos(db, now, needed, others)).toEqual({ photos: 1, blobs: 1 })
  expect([
    await bytesLeft(),
    await db.photo.findUnique({ where: { id: loose } }),
    await db.photo.findUnique({ where: { id: deleted } }),
  ]).toMatchObject([
    [true, true, true, true, true, true, false, true],
    { deletedAt: now, revision: 7n },
    { bytes: 0, deletedAt: daysAgo(1.5) },
  ])

  const nextDay = new Date(now.getTime() + 1.2 * DAY_MS)
  await db.photo.update({ where: { id: kept[1] }, data: { deletedAt: now } })
  await putBlob(nobodys, jpeg)
  expect(await purgePhotos(db, nextDay, needed, others)).toEqual({ photos: 0, blobs: 3 })
  expect(await bytesLeft()).toEqual([true, false, true, true, true, false, false, false])
})
