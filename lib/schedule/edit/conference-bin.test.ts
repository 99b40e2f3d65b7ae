import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { requireAccess } from '@/lib/people/server/access'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { countTouched, deleteConference, listDeletedConferences, restoreConference } from './conference-bin'
import { lockConference } from './conference-version'
import { purgeConferences } from './purge-conferences'
import { listNames } from '../read/list-conferences'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

let ada: Awaited<ReturnType<typeof makePerson>>
let ben: Awaited<ReturnType<typeof makePerson>>
let conference: Awaited<ReturnType<typeof makeConference>>
let sessionId: string
beforeEach(async () => {
  await db.user.deleteMany()
  await purgeConferences(db, days(1_000))
  ;[ada, ben, conference] = [await makePerson(db), await makePerson(db), await makeConference(db)]
  sessionId = conference.sessionIds[0] ?? ''
  await db.membership.create({ data: { conferenceId: conference.id, userId: ada.id, role: 'owner' } })
})

async function benWrites(): Promise<void> {
  const own = { userId: ben.id, conferenceId: conference.id }
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
  await db.note.create({ data: { ...own, id: randomUUID(), sessionId, text: 'mine', revision: 1, notedAt: now } })
  await db.pick.create({ data: { ...own, sessionId, rank: 'first', revision: 1 } })
  await db.block.create({
    data: { ...own, id: randomUUID(), title: 'podcast', startAt: now, endAt: days(1), revision: 1 },
  })
  await db.attendance.create({ data: { ...own, sessionId, status: 'attended', revision: 1 } })
  await db.reading.createMany({
    data: [
      {
        id: randomUUID(),
        conferenceId: conference.id,
        roomId: room.id,
        kind: 'level',
        level: 'full',
        userId: ben.id,
        readAt: now,
      },
      { id: randomUUID(), conferenceId: conference.id, roomId: room.id, kind: 'count', delta: 1, readAt: now },
    ],
  })
}

const kept = async () => {
  const where = { conferenceId: conference.id }
  return {
    notes: await db.note.count({ where }),
    picks: await db.pick.count({ where }),
    blocks: await db.block.count({ where }),
    attendances: await db.attendance.count({ where }),
    readings: await db.reading.count({ where }),
  }
}

it('is gone for everybody, its owner too, but for what they write there; and comes back as it was', async () => {
  const may = async (capability: 'see' | 'plan' | 'editSchedule') => {
    const { id, visibility } = await db.conference.findUniqueOrThrow({ where: { id: conference.id } })
    return Promise.all(
      [ada, ben].map((person) =>
        requireAccess(db, person, { id, visibility }, capability).then(
          () => 'yes',
          (error: { code: string }) => error.code,
        ),
      ),
    )
  }
  const seen = async () =>
    (await Promise.all([ada, ben].map((person) => listNames(db, person)))).map((list) =>
      list.some(({ slug }) => slug === conference.slug),
    )
  await deleteConference(db, granted(conference.id), now)
  expect([await may('see'), await may('editSchedule'), await may('plan'), await seen()]).toEqual([
    ['NOT_FOUND', 'NOT_FOUND'],
    ['NOT_FOUND', 'NOT_FOUND'],
    ['yes', 'yes'],
    [false, false],
  ])
  await expect(db.$transaction((tx) => lockConference(tx, conference.id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(deleteConference(db, granted(conference.id), now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(restoreConference(db, ben.id, conference.id, now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await restoreConference(db, ada.id, conference.id, days(29))).toEqual({ slug: conference.slug })
  expect([await may('see'), await may('editSchedule'), await seen()]).toEqual([
    ['yes', 'yes'],
    ['yes', 'FORBIDDEN'],
    [true, true],
  ])
})

it('lets nobody write on a deleted private conference who could not before', async () => {
  const { id } = await makeConference(db, { visibility: 'private' })
  await db.membership.create({ data: { conferenceId: id, userId: ada.id, role: 'attendee' } })
  await deleteConference(db, granted(id), now)
  await expect(requireAccess(db, ada, { id, visibility: 'private' }, 'plan')).resolves.toBe('guest')
  await expect(requireAccess(db, ben, { id, visibility: 'private' }, 'plan')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(requireAccess(db, { kind: 'guest' }, { id, visibility: 'private' }, 'plan')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('says whom it touches, and for how long it can be brought back by whom', async () => {
  await benWrites()
  expect(await countTouched(db, [conference.id], ada.id)).toEqual({ writers: 1, planners: 1 })
  expect(await countTouched(db, [conference.id], ben.id)).toEqual({ writers: 0, planners: 0 })
  await deleteConference(db, granted(conference.id), now)
  const mine = { id: conference.id, name: conference.name, deletedAt: now }
  expect(await Promise.all([0, 1.5, 29.9].map((day) => listDeletedConferences(db, ada.id, days(day))))).toEqual([
    [{ ...mine, daysLeft: 30 }],
    [{ ...mine, daysLeft: 29 }],
    [{ ...mine, daysLeft: 1 }],
  ])
  expect(await listDeletedConferences(db, ben.id, now)).toEqual([])
})

it('ends after 30 days, and keeps what others wrote and picked, with where it belonged', async () => {
  await benWrites()
  await db.session.update({
    where: { id: sessionId },
    data: {
      description: 'the organizers’ words',
      imported: { title: 'x' },
      level: 'Beginner',
      flags: ['sold-out'],
    },
  })
  await db.speaker.create({ data: { conferenceId: conference.id, slug: 'eve', name: 'Eve' } })
  await db.track.create({ data: { conferenceId: conference.id, slug: 'ai', name: 'AI', color: 1 } })
  await db.release.create({
    data: { conferenceId: conference.id, number: 1, kind: 'edits', sinceVersion: 0, version: 1 },
  })
  await db.addressAlias.create({
    data: { conferenceId: conference.id, kind: 'speaker', slug: 'old-eve', partId: sessionId },
  })
  await db.source.create({
    data: {
      conferenceId: conference.id,
      name: 'main',
      format: 'csv',
      sourceSessions: { create: { key: '1', sessionId } },
    },
  })
  const before = await kept()
  await deleteConference(db, granted(conference.id), now)
  expect([
    await kept(),
    await purgeConferences(db, days(30)),
    await purgeConferences(db, days(30.1)),
    await purgeConferences(db, days(31)),
  ]).toEqual([before, 0, 1, 0])
  expect(await kept()).toEqual({ ...before, readings: 1 })
  const left = await db.conference.findUniqueOrThrow({
    where: { id: conference.id },
    select: {
      slug: true,
      name: true,
      timeZone: true,
      sessions: { select: { title: true, description: true, startAt: true, level: true, flags: true } },
      speakers: true,
      tracks: true,
      releases: true,
      sources: true,
      addressAliases: true,
      memberships: { select: { role: true } },
      rooms: { select: { name: true } },
    },
  })
  expect(left).toEqual({
    slug: conference.id,
    name: conference.name,
    timeZone: 'Europe/Paris',
    sessions: [
      { title: 'Session 1', description: null, startAt: new Date('2026-03-24T08:00:00Z'), level: null, flags: [] },
    ],
    speakers: [],
    tracks: [],
    releases: [],
    sources: [],
    addressAliases: [],
    memberships: [{ role: 'owner' }],
    rooms: [{ name: 'Hall' }],
  })
  await expect(restoreConference(db, ada.id, conference.id, days(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(requireAccess(db, ben, { id: conference.id, visibility: 'private' }, 'plan')).resolves.toBe('guest')
})

it('leaves nothing of a conference on which nobody wrote, or when all who did are gone', async () => {
  await deleteConference(db, granted(conference.id), now)
  await purgeConferences(db, days(31))
  expect(await db.conference.count({ where: { id: conference.id } })).toBe(0)
  conference = await makeConference(db)
  sessionId = conference.sessionIds[0] ?? ''
  await db.membership.create({ data: { conferenceId: conference.id, userId: ada.id, role: 'owner' } })
  await benWrites()
  await deleteConference(db, granted(conference.id), now)
  await purgeConferences(db, days(31))
  await db.reading.deleteMany({ where: { userId: ben.id } })
  await db.user.delete({ where: { id: ben.id } })
  await purgeConferences(db, days(40))
  expect(await db.conference.count({ where: { id: conference.id } })).toBe(0)
})
