import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { makePerson } from './factories/person'
import { binConference } from '@/lib/schedule/edit/conference-bin'
import { deleteAccount, listRunAlone, RECENT_SIGN_IN_MS } from '@/lib/people/server/delete-account'
import { exportAccount } from '@/lib/people/server/export-account'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')

let ada: Awaited<ReturnType<typeof makePerson>>
let conference: Awaited<ReturnType<typeof makeConference>>
beforeEach(async () => {
  ;[ada, conference] = [await makePerson(db), await makeConference(db)]
  const [sessionId = ''] = conference.sessionIds
  const own = { userId: ada.id, conferenceId: conference.id }
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
  await db.membership.create({ data: { ...own, role: 'organizer' } })
  await db.pick.create({ data: { ...own, sessionId, rank: 'first', revision: 1 } })
  await db.note.create({
    data: {
      ...own,
      id: randomUUID(),
      notedAt: new Date(),
      revision: 2,
      text: 'private',
      revisions: { create: { text: 'priv' } },
    },
  })
  await db.feedToken.create({ data: { ...own, tokenHash: randomUUID(), name: 'Phone' } })
  await db.reading.create({
    data: {
      ...own,
      id: randomUUID(),
      roomId: room.id,
      kind: 'level',
      level: 'full',
      deviceId: randomUUID(),
      readAt: new Date(),
    },
  })
  await db.signInCode.create({
    data: { email: ada.email, codeHash: 'x', linkHash: randomUUID(), expiresAt: new Date() },
  })
  await db.invitation.create({
    data: { conferenceId: conference.id, email: `guest-${ada.email}`, role: 'attendee', invitedById: ada.id },
  })
  await db.group.create({
    data: { conferenceId: conference.id, name: 'Team', members: { create: { userId: ada.id } } },
  })
  await db.change.create({
    data: { conferenceId: conference.id, sessionId, field: 'title', version: 2, userId: ada.id },
  })
})

/** Every column of every table that still says who they were. */
async function traces({ id, email }: { id: string; email: string }): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT table_name AS "table", column_name AS "column", data_type AS "type" FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('uuid', 'text', 'jsonb')`
  const found: string[] = []
  for (const { table, column, type } of columns) {
    const value = type === 'uuid' ? id : `%${type === 'jsonb' ? id : email}%`
    const rows = await db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "${column}"::text LIKE $1 LIMIT 1`,
      value,
    )
    if (rows.length > 0 && !(table === 'Invitation' && column === 'email')) found.push(`${table}.${column}`)
  }
  return found
}

const remove = (withConferences: boolean, confirmed = ada.email) =>
  deleteAccount(db, ada.id, { confirmed, withConferences, signedInAt: now }, now, binConference)

describe('deleteAccount', () => {
  it('leaves nothing of a person in any table, and what others need of it as nobody’s', async () => {
    expect((await traces(ada)).length).toBeGreaterThan(8)
    expect(await remove(false, ` ${ada.email.toUpperCase()} `)).toEqual({ ok: true })
    expect(await traces(ada)).toEqual([])
    const where = { conferenceId: conference.id }
    expect([
      await db.change.count({ where }),
      await db.reading.count({ where }),
      await db.group.count({ where }),
    ]).toEqual([1, 1, 0])
  })

  it('asks for the address, and about conferences that nobody else runs; those go to the bin', async () => {
    const [mine, shared] = [await makeConference(db), await makeConference(db)]
    const bob = await makePerson(db)
    await db.membership.createMany({
      data: [
        { conferenceId: mine.id, userId: ada.id, role: 'owner' },
        { conferenceId: shared.id, userId: ada.id, role: 'owner' },
        { conferenceId: shared.id, userId: bob.id, role: 'owner' },
      ],
    })
    expect(await listRunAlone(db, ada.id)).toEqual([{ id: mine.id, name: mine.name }])
    expect(await remove(true, bob.email)).toEqual({ ok: false, reason: 'wrong-email' })
    expect(await remove(false)).toEqual({ ok: false, reason: 'only-owner', conferences: [mine.name] })
    expect(await db.user.count({ where: { id: ada.id } })).toBe(1)
    expect(await remove(true)).toEqual({ ok: true })
    expect(
      await db.conference.findMany({
        where: { id: { in: [mine.id, shared.id] } },
        select: { id: true, deletedAt: true },
        orderBy: { createdAt: 'asc' },
      }),
    ).toEqual([
      { id: mine.id, deletedAt: now },
      { id: shared.id, deletedAt: null },
    ])
  })

  it('wants a sign-in of the last hour: a phone that somebody else picked up deletes nobody', async () => {
    const asked = { confirmed: ada.email, withConferences: false }
    const hourAgo = now.getTime() - RECENT_SIGN_IN_MS
    const ofLongAgo = { ...asked, signedInAt: new Date(hourAgo - 1) }
    expect(await deleteAccount(db, ada.id, ofLongAgo, now, binConference)).toEqual({
      ok: false,
      reason: 'sign-in-again',
    })
    expect(await db.user.count({ where: { id: ada.id } })).toBe(1)
    const ofTheHour = { ...asked, signedInAt: new Date(hourAgo) }
    expect(await deleteAccount(db, ada.id, ofTheHour, now, binConference)).toEqual({ ok: true })
  })

  it('gives a conference to its oldest organizer, and keeps what others wrote where nobody runs it', async () => {
    const [organized, mine] = [await makeConference(db), await makeConference(db)]
    const [bob, cleo] = [await makePerson(db), await makePerson(db)]
    const member = (conferenceId: string, userId: string, role: 'owner' | 'organizer' | 'attendee', day: number) => ({
      conferenceId,
      userId,
      role,
      createdAt: new Date(Date.UTC(2026, 0, day)),
    })
    await db.membership.createMany({
      data: [
        member(organized.id, ada.id, 'owner', 1),
        member(organized.id, bob.id, 'organizer', 3),
        member(organized.id, cleo.id, 'organizer', 2),
        member(mine.id, ada.id, 'owner', 1),
        member(mine.id, bob.id, 'attendee', 2),
      ],
    })
    await db.note.create({
      data: { id: randomUUID(), userId: bob.id, conferenceId: mine.id, text: 'bob’s', revision: 1, notedAt: now },
    })
    expect(await listRunAlone(db, ada.id)).toEqual([{ id: mine.id, name: mine.name }])
    expect(await remove(true)).toEqual({ ok: true })
    expect(
      await db.membership.findMany({
        where: { conferenceId: organized.id },
        select: { userId: true, role: true },
        orderBy: { createdAt: 'asc' },
      }),
    ).toEqual([
      { userId: cleo.id, role: 'owner' },
      { userId: bob.id, role: 'organizer' },
    ])
    expect(await db.note.findMany({ where: { userId: bob.id }, select: { text: true } })).toEqual([{ text: 'bob’s' }])
  })

  it('leaves a group its notes, history and photos, whoever made them, and takes what is private', async () => {
    const [bob, cleo] = [await makePerson(db), await makePerson(db)]
    const joined = (userId: string, day: number) => ({ userId, joinedAt: new Date(Date.UTC(2026, 0, day)) })
    const group = await db.group.create({
      data: {
        conferenceId: conference.id,
        name: 'Blue',
        members: { create: [joined(ada.id, 1), joined(bob.id, 3), joined(cleo.id, 2)] },
      },
    })
    const [made, bobs] = [randomUUID(), randomUUID()]
    const note = { conferenceId: conference.id, groupId: group.id, notedAt: now, revision: 1 }
    await db.note.create({
      data: { ...note, id: made, userId: ada.id, text: 'ours', revisions: { create: { text: 'our' } } },
    })
    await db.note.create({ data: { ...note, id: bobs, userId: bob.id, text: 'bob’s' } })
    const photo = { userId: ada.id, mediaType: 'image/png', bytes: 1, width: 1, height: 1, revision: 1, takenAt: now }
    await db.photo.createMany({
      data: [
        { ...photo, id: randomUUID(), noteId: made },
        { ...photo, id: randomUUID(), noteId: bobs },
        { ...photo, id: randomUUID() },
      ],
    })
    expect(await remove(false)).toEqual({ ok: true })
    const notes = await db.note.findMany({
      where: { conferenceId: conference.id },
      select: {
        text: true,
        userId: true,
        groupId: true,
        revisions: { select: { text: true } },
        photos: { select: { userId: true } },
      },
      orderBy: { text: 'asc' },
    })
    expect(notes).toEqual([
      { text: 'bob’s', userId: bob.id, groupId: group.id, revisions: [], photos: [{ userId: cleo.id }] },
      { text: 'ours', userId: cleo.id, groupId: group.id, revisions: [{ text: 'our' }], photos: [{ userId: cleo.id }] },
    ])
    expect(await db.photo.count()).toBe(2)
  })
})

describe('exportAccount', () => {
  it('holds what a person brought, with its conference and session, and no secret', async () => {
    const own = { userId: ada.id, conferenceId: conference.id }
    const series = await db.series.create({ data: { ...own, slug: 'days', title: 'My days' } })
    await db.recap.create({
      data: {
        ...own,
        id: randomUUID(),
        seriesId: series.id,
        title: 'Day one',
        text: 'draft',
        revision: 3,
        publications: { create: { slug: 'day-one', content: { title: 'Day one' }, publishAt: now } },
        revisions: { create: { title: 'Day 1', text: 'earlier' } },
      },
    })
    await db.alertSetting.create({ data: { userId: ada.id, off: ['digest'], quietFrom: '22:00', quietTo: '07:00' } })
    await db.account.create({ data: { provider: 'github', providerAccountId: ada.id, userId: ada.id } })
    await db.pushSubscription.create({
      data: { userId: ada.id, endpoint: `https://push.example/${ada.id}`, keys: { auth: 'secret' } },
    })
    const { account, accounts, picks, notes, memberships, calendars, ...rest } = await exportAccount(db, ada.id)
    const at = { slug: conference.slug, name: conference.name }
    expect({ account, accounts, picks, notes, memberships, calendars, rest }).toMatchObject({
      accounts: [{ provider: 'github' }],
      account: { email: ada.email, name: ada.name },
      picks: [{ rank: 'first', conference: at, session: { number: 1, title: 'Session 1' } }],
      notes: [{ text: 'private', conference: at, revisions: [{ text: 'priv' }] }],
      memberships: [{ role: 'organizer', conference: at }],
      calendars: [{ name: 'Phone', conference: at }],
      rest: {
        blocks: [],
        attendances: [],
        photos: [],
        alerts: [],
        groups: [{ group: { name: 'Team', conference: at } }],
        series: [{ slug: 'days', title: 'My days', conference: at }],
        recaps: [
          {
            title: 'Day one',
            text: 'draft',
            series: { slug: 'days' },
            publications: [{ slug: 'day-one', content: { title: 'Day one' } }],
            revisions: [{ title: 'Day 1', text: 'earlier' }],
          },
        ],
        alertSettings: { off: ['digest'], quietFrom: '22:00', quietTo: '07:00' },
        readings: [{ kind: 'level', level: 'full', room: { name: 'Hall' }, conference: at }],
        organized: { invitations: [{ email: `guest-${ada.email}`, role: 'attendee', conference: at }] },
      },
    })
    expect(JSON.stringify([rest, calendars])).not.toMatch(/tokenHash|push\.example|secret/)
  })
})
