import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepPhoto } from '@/lib/notes/server/keep-photo'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg } from '@/tests/factories/picture'
import { testDatabase } from '@/tests/db'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))
const now = new Date('2026-03-24T12:00:00Z')
const at = now.toISOString()
const conference = await makeConference(db)

type Person = Awaited<ReturnType<typeof makePerson>>
const facts = { mediaType: 'image/webp', width: 2048, height: 1536 }
const set = (id: string, noteId: string, caption?: string) => ({
  id: randomUUID(),
  at,
  name: 'setPhoto',
  args: { id, noteId, takenAt: at, ...facts, ...(caption && { caption }) },
})
const drop = (id: string) => ({ id: randomUUID(), at, name: 'deletePhoto', args: { id } })
const send = async (person: Person, mutations: { id: string }[]) =>
  (await push(db, person, { person: person.id, device: randomUUID(), mutations }, now)).results.map((result) =>
    result.ok ? 'ok' : result.code,
  )
const photosOf = async (person: Person, after = 0) => (await pull(db, person, { person: person.id, after })).photos

async function makeNote(person: Person, groupId?: string): Promise<string> {
  const { id } = await db.note.create({
    data: { id: randomUUID(), userId: person.id, conferenceId: conference.id, groupId, revision: 0n, notedAt: now },
  })
  return id
}

it('tells a person’s other devices of their photos: said, uploaded, deleted, and each only once', async () => {
  const ada = await makePerson(db)
  const [noteId, id] = [await makeNote(ada), randomUUID()]
  const told = {
    id,
    noteId,
    conferenceId: conference.id,
    mine: true,
    ...facts,
    bytes: 0,
    takenAt: at,
    caption: 'The budget',
    uploaded: false,
    updatedAt: at,
    deletedAt: null,
  }
  const drawing = { ...set(id, noteId), args: { ...set(id, noteId).args, mediaType: 'image/svg+xml' } }
  expect(await send(ada, [set(id, noteId, 'The budget'), set(randomUUID(), randomUUID()), drawing])).toEqual([
    'ok',
    'NOT_FOUND',
    'INVALID',
  ])
  expect(await photosOf(ada)).toEqual([told])
  await keepPhoto(db, ada, id, jpeg, now)
  const { length: bytes } = await keptPicture(jpeg)
  const uploaded = { ...told, mediaType: 'image/jpeg', width: 12, height: 8, bytes, uploaded: true }
  expect([await photosOf(ada, 1), await photosOf(ada, 2)]).toEqual([[uploaded], []])
  expect(await send(ada, [drop(id), drop(id), drop(randomUUID())])).toEqual(['ok', 'ok', 'ok'])
  expect([await photosOf(ada, 2), await photosOf(ada, 3)]).toEqual([[{ ...uploaded, deletedAt: at }], []])
})

it('tells the members of a group of each other’s photos in its notes, and nobody else', async () => {
  const [ada, bob, carol] = [await makePerson(db), await makePerson(db), await makePerson(db)]
  const group = await db.group.create({
    data: { conferenceId: conference.id, name: 'Blue', members: { create: [{ userId: ada.id }, { userId: bob.id }] } },
  })
  const [shared, own, ids] = [
    await makeNote(ada, group.id),
    await makeNote(ada),
    [randomUUID(), randomUUID(), randomUUID()],
  ]
  await send(ada, [set(ids[0] ?? '', shared), set(ids[1] ?? '', own)])
  await send(bob, [set(ids[2] ?? '', shared)])
  const seen = async (person: Person, after = 0) =>
    (await photosOf(person, after)).map(({ id, mine }) => [id, mine]).sort()
  expect([await seen(ada, 2), await seen(bob, 1), await seen(carol)]).toEqual([
    [[ids[2], false]],
    [[ids[0], false]],
    [],
  ])
  await send(ada, [drop(ids[0] ?? '')])
  expect(await seen(bob, 1)).toEqual([])
  await db.groupMember.deleteMany({ where: { userId: ada.id } })
  expect(await seen(ada, 3)).toEqual([])
})
