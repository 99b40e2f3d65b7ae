import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { purge } from './purge'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-purge-'))
const now = new Date('2026-03-24T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000)

it('deletes what has served and nothing else', async () => {
  const user = await db.user.create({ data: { email: 'ada@example.org' } })
  for (const days of [0.5, 1.5])
    await db.signInCode.create({
      data: { email: 'ada@example.org', codeHash: 'x', linkHash: randomUUID(), expiresAt: daysAgo(days) },
    })
  for (const [key, expire] of [
    ['over', daysAgo(0.1)],
    ['running', daysAgo(-0.1)],
    ['endless', null],
  ] as const)
    await db.rateLimit.create({ data: { key, expire } })
  for (const days of [29, 31])
    await db.mutation.create({ data: { userId: user.id, id: randomUUID(), result: {}, createdAt: daysAgo(days) } })
  for (const days of [179, 181])
    await db.syncMark.create({ data: { userId: user.id, revision: BigInt(days), createdAt: daysAgo(days) } })
  for (const [tokenHash, expiresAt] of [
    ['late', daysAgo(0.1)],
    ['on its way', daysAgo(-0.1)],
  ] as const)
    await db.parcel.create({ data: { tokenHash, sealed: new Uint8Array([1]), expiresAt } })

  const conference = await makeConference(db)
  for (const days of [179, 181])
    await db.invitation.create({
      data: { conferenceId: conference.id, email: `${days}@example.org`, role: 'attendee', createdAt: daysAgo(days) },
    })
  for (const [version, doneAt] of [
    ['told lately', daysAgo(179)],
    ['told long ago', daysAgo(181)],
    ['to be told', null],
  ] as const)
    await db.alert.create({
      data: {
        userId: user.id,
        conferenceId: conference.id,
        kind: 'digest',
        subjectId: conference.id,
        version,
        dueAt: daysAgo(200),
        expiresAt: daysAgo(199),
        doneAt,
      },
    })
  for (const [name, revokedAt] of [
    ['in use', null],
    ['ended lately', daysAgo(29)],
    ['ended long ago', daysAgo(31)],
  ] as const)
    await db.feedToken.create({
      data: { userId: user.id, conferenceId: conference.id, tokenHash: name, name, revokedAt },
    })
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
  for (const days of [29, 31])
    await db.reading.create({
      data: {
        id: randomUUID(),
        conferenceId: conference.id,
        roomId: room.id,
        kind: 'level',
        level: 'full',
        deviceId: randomUUID(),
        origin: 'hashed',
        readAt: daysAgo(days),
      },
    })

  expect(await purge(db, now)).toEqual({
    codes: 1,
    limits: 1,
    mutations: 1,
    marks: 1,
    parcels: 1,
    signIns: 0,
    acts: 0,
    invitations: 1,
    alerts: 1,
    calendars: 1,
    reporters: 1,
    conferences: 0,
    departures: 0,
    notes: 0,
    floors: 0,
    photos: 0,
    blobs: 0,
  })
  expect([
    await db.signInCode.count(),
    (await db.rateLimit.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key),
    await db.mutation.count(),
  ]).toEqual([1, ['endless', 'running'], 1])
  expect(await purge(db, now)).toEqual({
    codes: 0,
    limits: 0,
    mutations: 0,
    marks: 0,
    parcels: 0,
    signIns: 0,
    acts: 0,
    invitations: 0,
    alerts: 0,
    calendars: 0,
    reporters: 0,
    conferences: 0,
    departures: 0,
    notes: 0,
    floors: 0,
    photos: 0,
    blobs: 0,
  })
  expect([
    (await db.invitation.findMany()).map(({ email }) => email),
    (await db.alert.findMany({ orderBy: { version: 'asc' } })).map(({ version }) => version),
    (await db.feedToken.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name),
    (await db.reading.findMany({ orderBy: { readAt: 'asc' } })).map(({ deviceId, origin }) => [!!deviceId, origin]),
  ]).toEqual([
    ['179@example.org'],
    ['to be told', 'told lately'],
    ['ended lately', 'in use'],
    [
      [false, null],
      [true, 'hashed'],
    ],
  ])
})

it('ends the alerts of a browser whose sign-in nobody used for too long', async () => {
  const user = await db.user.create({ data: { email: 'idle@example.org' } })
  for (const [endpoint, days] of [
    ['https://push.example.org/used', 59],
    ['https://push.example.org/left', 61],
  ] as const) {
    const signIn = await db.signIn.create({
      data: { id: randomUUID(), userId: user.id, device: 'A', createdAt: daysAgo(100), lastSeenAt: daysAgo(days) },
    })
    await db.pushSubscription.create({ data: { userId: user.id, signInId: signIn.id, endpoint, keys: {} } })
  }
  expect(await purge(db, now)).toMatchObject({ signIns: 1 })
  expect((await db.pushSubscription.findMany()).map(({ endpoint }) => endpoint)).toEqual([
    'https://push.example.org/used',
  ])
})
