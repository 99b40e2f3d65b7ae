import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
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

  expect(await purge(db, now)).toEqual({
    codes: 1,
    limits: 1,
    mutations: 1,
    marks: 1,
    parcels: 1,
    signIns: 0,
    acts: 0,
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
    conferences: 0,
    departures: 0,
    notes: 0,
    floors: 0,
    photos: 0,
    blobs: 0,
  })
})
