import { beforeEach, describe, expect, it } from 'vitest'
import { hashToken } from '@/lib/platform/ids'
import { testDatabase } from '@/tests/db'
import { createFeedToken, findFeedToken, forgetRevoked, listFeedTokens, revokeFeedToken, touchFeedToken } from './token'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let owner: { userId: string; conferenceId: string }

beforeEach(async () => {
  await db.user.deleteMany()
  await db.conference.deleteMany()
  const user = await db.user.create({ data: { email: 'ada@example.org', name: 'Ada' } })
  const conference = await db.conference.create({
    data: { slug: 'kube', name: 'Kube', acronym: 'kube', timeZone: 'Europe/Amsterdam' },
  })
  owner = { userId: user.id, conferenceId: conference.id }
})

describe('feed tokens', () => {
  it('keep only the hash of a secret of 192 bits', async () => {
    const { id, secret } = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
    expect(secret).toMatch(/^[\w-]{32}$/)
    expect(await db.feedToken.findUnique({ where: { id } })).toEqual({
      id,
      ...owner,
      name: 'Phone',
      tokenHash: hashToken(secret),
      createdAt: now,
      lastReadAt: null,
      lastReadBy: null,
      revokedAt: null,
      textHash: null,
      changedAt: null,
      frame: null,
      language: null,
      basis: null,
      subject: 'plan',
      subjectId: null,
    })
  })

  it('open what they were made for, and nothing once revoked', async () => {
    const { id, secret } = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
    expect(await findFeedToken(db, secret)).toMatchObject({
      id,
      user: { id: owner.userId },
      conference: { id: owner.conferenceId },
    })
    expect(await findFeedToken(db, `${secret}x`)).toBeNull()
    await revokeFeedToken(db, { id, userId: owner.userId }, later(1))
    expect(await findFeedToken(db, secret)).toBeNull()
  })

  it('are revoked by their owner only, and once', async () => {
    const stranger = await db.user.create({ data: { email: 'eve@example.org' } })
    const { id } = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
    await revokeFeedToken(db, { id, userId: stranger.id }, later(1))
    expect(await db.feedToken.findUnique({ where: { id } })).toMatchObject({ revokedAt: null })
    await revokeFeedToken(db, { id, userId: owner.userId }, later(2))
    await revokeFeedToken(db, { id, userId: owner.userId }, later(3))
    expect(await db.feedToken.findUnique({ where: { id } })).toMatchObject({ revokedAt: later(2) })
  })

  it('keep what they told while they can be had back, and no longer', async () => {
    const shown = { shown: {}, sequence: 0, revisedAt: now }
    for (const revokedAt of [null, later(0), later(5)]) {
      const { id } = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
      await db.feedToken.update({ where: { id }, data: { revokedAt } })
      await db.feedEntry.create({ data: { feedId: id, entryId: 'x', ...shown } })
    }
    await forgetRevoked(db, later(11))
    const kept = await db.feedEntry.findMany({ select: { feed: { select: { revokedAt: true } } } })
    expect(new Set(kept.map(({ feed }) => feed.revokedAt?.toISOString() ?? null))).toEqual(
      new Set([null, later(5).toISOString()]),
    )
  })

  it('are listed newest first, without the revoked ones and those of others', async () => {
    const stranger = await db.user.create({ data: { email: 'eve@example.org' } })
    await createFeedToken(db, { ...owner, userId: stranger.id, name: 'Eve’s' }, now)
    const phone = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
    const gone = await createFeedToken(db, { ...owner, name: 'Gone' }, later(1))
    const work = await createFeedToken(db, { ...owner, name: 'Work' }, later(2))
    await revokeFeedToken(db, { id: gone.id, userId: owner.userId }, later(3))
    const plain = { subject: 'plan', subjectId: null, lastReadAt: null, lastReadBy: null }
    expect(await listFeedTokens(db, owner)).toEqual({
      tokens: [
        { ...plain, id: work.id, name: 'Work', createdAt: later(2) },
        { ...plain, id: phone.id, name: 'Phone', createdAt: now },
      ],
      groups: [],
    })
  })

  it('say who read last, and write it at most once an hour', async () => {
    const { id } = await createFeedToken(db, { ...owner, name: 'Phone' }, now)
    const lastRead = () => db.feedToken.findUnique({ where: { id }, select: { lastReadAt: true, lastReadBy: true } })
    const touch = async (reader: string, at: Date) =>
      touchFeedToken(db, { id, lastReadAt: (await lastRead())?.lastReadAt ?? null }, reader, at)
    await touch('Google-Calendar-Importer', now)
    await touch('iOS/18.1 (22B83) dataaccessd/1.0', later(59))
    expect(await lastRead()).toEqual({ lastReadAt: now, lastReadBy: 'google' })
    await touch('iOS/18.1 (22B83) dataaccessd/1.0', later(60))
    expect(await lastRead()).toEqual({ lastReadAt: later(60), lastReadBy: 'apple' })
  })
})
