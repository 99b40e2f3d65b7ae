import { beforeEach, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { partId } from '@/tests/factories/part-id'
import { addTrack, editTrack } from '../edit/edit-track'
import { editRoom } from '../edit/edit-room'
import { mergeParts } from '../merging/merge-parts'
import { importProgram } from './import-program'
import { keyOfBefore } from '@/lib/program/names/name-key'
import type { Program } from '@/lib/program/program'

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')
const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }

let conferenceId: string
let userId: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await makePerson(db)).id
})

async function bring(program: Program) {
  const source = await db.source.findFirst({ where: { conferenceId }, select: { id: true } })
  const outcome = await importProgram(
    db,
    { conferenceId, source: source ?? site, program, problems: [], userId: null, bytes: 10, accept: [] },
    now,
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.counts
}

/** Titles with the names of their rooms and their track, as people see them. */
async function places() {
  const rows = await db.session.findMany({
    where: { conferenceId },
    orderBy: { number: 'asc' },
    select: {
      title: true,
      rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } },
      track: { select: { name: true } },
    },
  })
  return rows.map(({ title, rooms, track }) => [title, rooms.map(({ room }) => room.name).join(' + '), track?.name])
}

const idOf = (kind: 'room' | 'track', name: string) => partId(db, conferenceId, kind, name)

/** What an import of the time stored when every name of one old key was one room and one track. */
async function asStoredBefore() {
  const [rooms, tracks] = [
    await db.room.findMany({ where: { conferenceId }, orderBy: { position: 'asc' } }),
    await db.track.findMany({ where: { conferenceId }, orderBy: { position: 'asc' } }),
  ]
  const first = (parts: { id: string; name: string }[]) =>
    new Map(parts.toReversed().map(({ id, name }) => [keyOfBefore(name), id]))
  const [roomIds, trackIds] = [first(rooms), first(tracks)]
  for (const { id, name } of rooms)
    await db.sessionRoom.updateMany({ where: { roomId: id }, data: { roomId: roomIds.get(keyOfBefore(name)) ?? id } })
  for (const { id, name } of tracks)
    await db.session.updateMany({ where: { trackId: id }, data: { trackId: trackIds.get(keyOfBefore(name)) ?? id } })
  await db.room.deleteMany({ where: { conferenceId, id: { notIn: [...roomIds.values()] } } })
  await db.track.deleteMany({ where: { conferenceId, id: { notIn: [...trackIds.values()] } } })
  await db.roomAlias.deleteMany({ where: { conferenceId } })
  await db.trackAlias.deleteMany({ where: { conferenceId } })
  await db.roomAlias.createMany({ data: [...roomIds].map(([key, roomId]) => ({ conferenceId, key, roomId })) })
  await db.trackAlias.createMany({ data: [...trackIds].map(([key, trackId]) => ({ conferenceId, key, trackId })) })
}

const pairs = aProgram([
  { title: 'Pointers', rooms: ['Level -1'], track: 'C++' },
  { title: 'Spans', rooms: ['Level 1'], track: 'C#' },
  { title: 'Structs', rooms: ['Room A'], track: 'C' },
  { title: 'Lists', rooms: ['Room A+'], track: 'ガイド' },
  { title: 'One', rooms: ['कमल'], track: 'कमल', speakers: ['कमल देव'] },
  { title: 'Two', rooms: ['कोमल'], track: 'कोमल', speakers: ['कोमल देव'] },
  { title: 'Kites', rooms: ['MAIN – STAGE'], track: 'カイト' },
  { title: 'Wind', rooms: ['Main Stage'], track: 'ガイド' },
])
const apart = [
  ['Pointers', 'Level -1', 'C++'],
  ['Spans', 'Level 1', 'C#'],
  ['Structs', 'Room A', 'C'],
  ['Lists', 'Room A+', 'ガイド'],
  ['One', 'कमल', 'कमल'],
  ['Two', 'कोमल', 'कोमल'],
  ['Kites', 'MAIN – STAGE', 'カイト'],
  ['Wind', 'MAIN – STAGE', 'ガイド'],
]
const same = { added: 0, changed: 0, cancelled: 0, restored: 0, unchanged: 8 }

describe('names that differ by a mark', () => {
  it('are rooms, tracks and addresses of their own, the second time too', async () => {
    await bring(pairs)
    expect(await places()).toEqual(apart)
    expect(await bring({ ...pairs, sessions: pairs.sessions.toReversed(), rooms: pairs.rooms.toReversed() })).toEqual(
      same,
    )
    expect(await places()).toEqual(apart)
    expect(
      (await db.track.findMany({ where: { conferenceId }, select: { slug: true }, orderBy: { position: 'asc' } })).map(
        ({ slug }) => slug,
      ),
    ).toEqual(['c-plus-plus', 'c-sharp', 'c', 'gaido', 'kml', 'koml', 'kaito'])
    expect(
      (await db.room.findMany({ where: { conferenceId }, select: { slug: true }, orderBy: { position: 'asc' } })).map(
        ({ slug }) => slug,
      ),
    ).toEqual(['level-minus-1', 'level-1', 'room-a', 'room-a-plus', 'kml', 'koml', 'main-stage'])
  })

  it('are told apart again where they were stored as one, and all stays with the session it was said of', async () => {
    await bring(pairs)
    await asStoredBefore()
    expect(await places()).toEqual([
      ['Pointers', 'Level -1', 'C++'],
      ['Spans', 'Level -1', 'C++'],
      ['Structs', 'Room A', 'C++'],
      ['Lists', 'Room A', 'ガイド'],
      ['One', 'कमल', 'कमल'],
      ['Two', 'कमल', 'कमल'],
      ['Kites', 'MAIN – STAGE', 'ガイド'],
      ['Wind', 'MAIN – STAGE', 'ガイド'],
    ])
    const [person, before, room] = [
      await makePerson(db),
      await db.session.findMany({
        where: { conferenceId },
        select: { id: true, title: true },
        orderBy: { number: 'asc' },
      }),
      await idOf('room', 'Level -1'),
    ]
    await db.pick.createMany({
      data: before.map(({ id }) => ({ userId: person.id, conferenceId, sessionId: id, rank: 'first', revision: 1 })),
    })

    expect(await bring(pairs)).toEqual({ ...same, changed: 5, unchanged: 3 })
    expect(await places()).toEqual(apart)
    expect(
      await db.session.findMany({
        where: { conferenceId },
        select: { id: true, title: true },
        orderBy: { number: 'asc' },
      }),
    ).toEqual(before)
    expect(await db.pick.count({ where: { userId: person.id } })).toBe(8)
    expect(await idOf('room', 'Level -1')).toBe(room)
    expect(
      await db.change.findMany({
        where: { conferenceId, session: { title: 'Spans' }, field: { not: 'added' } },
        select: { field: true, oldValue: true, newValue: true },
        orderBy: { field: 'asc' },
      }),
    ).toEqual([
      { field: 'rooms', oldValue: ['Level -1'], newValue: ['Level 1'] },
      { field: 'track', oldValue: 'C++', newValue: 'C#' },
    ])
    expect(await bring(pairs)).toEqual(same)
  })

  it('stay with the room that an organizer called otherwise when names were compared more loosely', async () => {
    await bring(aProgram([{ title: 'Rust', rooms: ['Cafe Room'], track: 'Main' }]))
    await asStoredBefore()
    await db.room.updateMany({ where: { conferenceId }, data: { name: 'Café Room' } })
    await db.track.updateMany({ where: { conferenceId }, data: { name: 'Centre stage' } })
    expect(await bring(aProgram([{ title: 'Rust', rooms: ['Cafe Room'], track: 'Main' }]))).toEqual({
      ...same,
      unchanged: 1,
    })
    expect(await places()).toEqual([['Rust', 'Café Room', 'Centre stage']])
    expect(await db.room.count({ where: { conferenceId } })).toBe(1)
  })

  it('can each be added by hand, and one that differs by spaces cannot', async () => {
    await addTrack(db, granted(conferenceId), { name: 'C', color: 1 }, now)
    await addTrack(db, granted(conferenceId), { name: 'C++', color: 2 }, now)
    await expect(addTrack(db, granted(conferenceId), { name: ' c  ++', color: 3 }, now)).resolves.toBeUndefined()
    await expect(addTrack(db, granted(conferenceId), { name: 'c++ ', color: 3 }, now)).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

describe('addresses', () => {
  const program = aProgram([
    { title: 'Rust', rooms: ['Hall A'], track: 'Code' },
    { title: 'Go', rooms: ['Hall B'], track: 'Data' },
  ])
  const room = { floor: null, zone: null, capacity: null, capacityKind: 'seats' } as const
  const slugs = async () =>
    (
      await db.room.findMany({
        where: { conferenceId, archivedAt: null },
        select: { name: true, slug: true },
        orderBy: { position: 'asc' },
      })
    ).map(({ name, slug }) => `${name}: ${slug}`)
  const former = async () =>
    (
      await db.addressAlias.findMany({
        where: { conferenceId },
        select: { slug: true, partId: true },
        orderBy: { slug: 'asc' },
      })
    ).map(({ slug, partId }) => [slug, partId])

  it('follow a name, lead from the old one, and are given to nobody else', async () => {
    await bring(program)
    const id = await idOf('room', 'Hall A')
    await editRoom(db, granted(conferenceId, userId), id, { name: 'Łódź', ...room }, now)
    expect(await slugs()).toEqual(['Łódź: lodz', 'Hall B: hall-b'])
    expect(await former()).toEqual([['hall-a', id]])
    await editRoom(db, granted(conferenceId, userId), await idOf('room', 'Hall B'), { name: 'Hall A!', ...room }, now)
    expect(await slugs()).toEqual(['Łódź: lodz', 'Hall A!: hall-a-2'])
    await editRoom(db, granted(conferenceId, userId), id, { name: 'Hall A', ...room }, now)
    expect(await slugs()).toEqual(['Hall A: hall-a', 'Hall A!: hall-a-2'])
    expect(await bring(program)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(await places()).toEqual([
      ['Rust', 'Hall A', 'Code'],
      ['Go', 'Hall A!', 'Data'],
    ])
  })

  it('stay where names are written alike', async () => {
    await bring(program)
    await db.room.updateMany({ where: { conferenceId, name: 'Hall A' }, data: { name: 'Łódź', slug: 'odz' } })
    await editRoom(db, granted(conferenceId, userId), await idOf('room', 'Łódź'), { name: 'Lódź', ...room }, now)
    expect(await slugs()).toEqual(['Lódź: odz', 'Hall B: hall-b'])
  })

  it('of what is merged away lead to what it became, however often', async () => {
    await bring(program)
    const [a, b] = [await idOf('room', 'Hall A'), await idOf('room', 'Hall B')]
    await editRoom(db, granted(conferenceId, userId), a, { name: 'Attic', ...room }, now)
    await mergeParts(db, granted(conferenceId, userId), { kind: 'room', part: a, into: b }, now)
    const [code, data] = [await idOf('track', 'Code'), await idOf('track', 'Data')]
    await mergeParts(db, granted(conferenceId, userId), { kind: 'track', part: code, into: data }, now)
    await editTrack(db, granted(conferenceId), data, { name: 'All', color: 1 }, now)
    expect(await former()).toEqual([
      ['attic', b],
      ['code', data],
      ['data', data],
      ['hall-a', b],
    ])
    expect(await bring(program)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(await places()).toEqual([
      ['Rust', 'Hall B', 'All'],
      ['Go', 'Hall B', 'All'],
    ])
  })
})

describe('a talk held several times under one id', () => {
  const at = (day: number, hour: string) => ({
    title: 'Knots',
    sourceId: 'K',
    speakers: ['Ada Brook'],
    rooms: ['Dock'],
    dayOn: `2026-03-0${day}`,
    startAt: `2026-03-0${day}T${hour}:00:00.000Z`,
    endAt: `2026-03-0${day}T${hour}:30:00.000Z`,
  })
  const standing = async () =>
    (
      await db.session.findMany({
        where: { conferenceId },
        orderBy: { number: 'asc' },
        select: { number: true, startAt: true, status: true, sequence: true },
      })
    ).map(({ number, startAt, status, sequence }) => [number, startAt?.toISOString().slice(5, 13), status, sequence])

  it('keeps each time its own, in any order, and misses the one that is gone', async () => {
    await bring(aProgram([at(1, '09'), at(2, '14'), at(3, '14')]))
    const first = [
      [1, '03-01T09', 'confirmed', 0],
      [2, '03-02T14', 'confirmed', 0],
      [3, '03-03T14', 'confirmed', 0],
    ]
    expect(await standing()).toEqual(first)
    expect(await bring(aProgram([at(3, '14'), at(2, '14'), at(1, '09')]))).toMatchObject({ changed: 0, unchanged: 3 })
    expect(await standing()).toEqual(first)
    expect(await bring(aProgram([at(2, '14'), at(3, '14')]))).toMatchObject({ changed: 0, cancelled: 1, unchanged: 2 })
    expect(await standing()).toEqual([[1, '03-01T09', 'cancelled', 1], ...first.slice(1)])
    expect(await bring(aProgram([at(3, '16'), at(2, '14')]))).toMatchObject({ changed: 1, cancelled: 0, unchanged: 1 })
    expect(await standing()).toEqual([
      [1, '03-01T09', 'cancelled', 1],
      [2, '03-02T14', 'confirmed', 0],
      [3, '03-03T16', 'confirmed', 1],
    ])
    expect(await bring(aProgram([at(3, '16'), at(1, '09'), at(2, '14')]))).toMatchObject({ restored: 1, unchanged: 2 })
  })

  it('is found where only its first time was kept under the id', async () => {
    await bring(aProgram([at(1, '09'), at(2, '14'), at(3, '14')]))
    await db.sourceSession.deleteMany({ where: { source: { conferenceId }, session: { number: { gt: 1 } } } })
    expect(await bring(aProgram([at(3, '14'), at(2, '14')]))).toMatchObject({
      added: 0,
      changed: 0,
      cancelled: 1,
      unchanged: 2,
    })
    expect(await standing()).toEqual([
      [1, '03-01T09', 'cancelled', 1],
      [2, '03-02T14', 'confirmed', 0],
      [3, '03-03T14', 'confirmed', 0],
    ])
  })
})
