import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg } from '@/tests/factories/picture'
import { testDatabase } from '@/tests/db'
import { keepPhoto } from './keep-photo'
import { deletePhoto, setPhoto } from './photo-mutations'
import { getPhoto } from './photo-queries'
import type { SetPhoto } from '../pictures/photo-schema'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))
const [now, later] = [new Date('2026-03-24T12:00:00Z'), new Date('2026-03-24T12:05:00Z')]

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let conference: Awaited<ReturnType<typeof makeConference>>
let noteId: string
let photo: SetPhoto

beforeEach(async () => {
  ada = await makePerson(db)
  conference = await makeConference(db)
  noteId = await makeNote(ada)
  photo = {
    id: randomUUID(),
    noteId,
    takenAt: '2026-03-24T11:58:00.000Z',
    mediaType: 'image/webp',
    width: 2048,
    height: 1536,
  }
})

async function makeNote({ id: userId }: Person, groupId?: string): Promise<string> {
  const id = randomUUID()
  await db.note.create({ data: { id, userId, conferenceId: conference.id, groupId, revision: 0n, notedAt: now } })
  return id
}

const set = (change: Partial<SetPhoto> = {}, person = ada, when = now) =>
  db.$transaction((tx) => setPhoto(tx, person.id, { ...photo, ...change }, when))
const drop = (person = ada, when = now) => db.$transaction((tx) => deletePhoto(tx, person.id, { id: photo.id }, when))
const row = () => db.photo.findUnique({ where: { id: photo.id } })
const notFound = (what: string) => new AppError('NOT_FOUND', what)

describe('setPhoto', () => {
  it('makes the photo before its bytes come, as the device describes it', async () => {
    await set({ caption: 'The budget' })
    expect(await row()).toEqual({
      id: photo.id,
      userId: ada.id,
      noteId,
      caption: 'The budget',
      mediaType: 'image/webp',
      bytes: 0,
      width: 2048,
      height: 1536,
      revision: 1n,
      takenAt: new Date(photo.takenAt),
      createdAt: now,
      sentHash: null,
      saidAt: now,
      deletedAt: null,
    })
  })

  it('changes its caption and its note; the same again takes no revision', async () => {
    const other = await makeNote(ada)
    await set({ caption: 'The budget' })
    await set({ caption: 'The new budget', noteId: other }, ada, later)
    await set({ caption: 'The new budget', noteId: other }, ada, later)
    expect(await row()).toMatchObject({ caption: 'The new budget', noteId: other, revision: 2n, createdAt: now })
    await set({ noteId: other, caption: '' })
    expect(await row()).toMatchObject({ caption: null, revision: 3n })
  })

  it('believes the bytes, not the device, whichever comes first', async () => {
    const { length } = await keptPicture(jpeg)
    const seen = { mediaType: 'image/jpeg', bytes: length, width: 12, height: 8, noteId }
    await keepPhoto(db, ada, photo.id, jpeg, now)
    await set()
    expect(await row()).toMatchObject(seen)
    photo = { ...photo, id: randomUUID() }
    await set()
    await keepPhoto(db, ada, photo.id, jpeg, now)
    expect(await row()).toMatchObject(seen)
  })

  it('refuses a note that is not there or not theirs, and a photo of somebody else’s', async () => {
    const bob = await makePerson(db)
    await expect(set({ noteId: randomUUID() })).rejects.toEqual(notFound('note'))
    await expect(set({}, bob)).rejects.toEqual(notFound('note'))
    expect(await row()).toBeNull()
    await set()
    const ofBob = await makeNote(bob)
    await expect(set({ noteId: ofBob }, bob)).rejects.toEqual(notFound('photo'))
    expect(await row()).toMatchObject({ userId: ada.id, noteId })
  })
})

describe('deletePhoto', () => {
  it('leaves a tombstone once; setting it again brings the photo back with its bytes', async () => {
    await set()
    await keepPhoto(db, ada, photo.id, jpeg, now)
    await drop(ada, later)
    await drop(ada, now)
    expect([await row(), await getPhoto(db, ada, photo.id)]).toMatchObject([{ deletedAt: later, revision: 3n }, null])
    await set()
    expect([await row(), await getPhoto(db, ada, photo.id)]).toMatchObject([
      { deletedAt: null, revision: 4n },
      { bytes: await keptPicture(jpeg) },
    ])
  })

  it('leaves what is not there or not theirs as it is', async () => {
    const bob = await makePerson(db)
    await drop()
    await set()
    await drop(bob)
    expect(await row()).toMatchObject({ deletedAt: null, revision: 1n })
    expect((await db.user.findUniqueOrThrow({ where: { id: bob.id } })).revision).toBe(0n)
  })
})

describe('a photo in the note of a group', () => {
  it('is seen by its members only, and for as long as they are', async () => {
    const [bob, carol] = [await makePerson(db), await makePerson(db)]
    const group = await db.group.create({
      data: {
        conferenceId: conference.id,
        name: 'Blue',
        members: { create: [{ userId: ada.id }, { userId: bob.id }] },
      },
    })
    const shared = await makeNote(ada, group.id)
    photo = { ...photo, noteId: shared }
    await set({}, bob)
    await keepPhoto(db, bob, photo.id, jpeg, now)
    const seen = async () =>
      Promise.all(
        [ada, bob, carol, { kind: 'guest' } as const].map(
          async (viewer) => (await getPhoto(db, viewer, photo.id)) !== null,
        ),
      )
    expect(await seen()).toEqual([true, true, false, false])
    await expect(set({ caption: 'mine' }, ada)).rejects.toEqual(notFound('photo'))
    await expect(set({ id: randomUUID() }, carol)).rejects.toEqual(notFound('note'))
    await db.groupMember.deleteMany({ where: { userId: ada.id } })
    expect(await seen()).toEqual([false, true, false, false])
  })
})
