import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { deleteAccount, listOwnedAlone } from './delete-account'
import { exportAccount } from './export-account'

const { db } = await testDatabase()

let ada: Awaited<ReturnType<typeof makePerson>>
let conference: Awaited<ReturnType<typeof makeConference>>
beforeEach(async () => {
  ;[ada, conference] = [await makePerson(db), await makeConference(db)]
  const [sessionId = ''] = conference.sessionIds
  const own = { userId: ada.id, conferenceId: conference.id }
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
  await db.membership.create({ data: { ...own, role: 'organizer' } })
  await db.pick.create({ data: { ...own, sessionId, rank: 'first', revision: 1 } })
  await db.note.create({ data: { ...own, id: randomUUID(), notedAt: new Date(), revision: 2, text: 'private', revisions: { create: { text: 'priv' } } } })
  await db.feedToken.create({ data: { ...own, tokenHash: randomUUID(), name: 'Phone' } })
  await db.reading.create({ data: { ...own, id: randomUUID(), roomId: room.id, kind: 'level', level: 'full', deviceId: randomUUID(), readAt: new Date() } })
  await db.signInCode.create({ data: { email: ada.email, codeHash: 'x', linkHash: randomUUID(), expiresAt: new Date() } })
  await db.invitation.create({ data: { conferenceId: conference.id, email: `guest-${ada.email}`, role: 'attendee', invitedById: ada.id } })
  await db.group.create({ data: { conferenceId: conference.id, name: 'Team', members: { create: { userId: ada.id } } } })
  await db.change.create({ data: { conferenceId: conference.id, sessionId, field: 'title', version: 2, userId: ada.id } })
})

/** Every column of every table that still says who they were. */
async function traces({ id, email }: { id: string; email: string }): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT table_name AS "table", column_name AS "column", data_type AS "type" FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('uuid', 'text', 'jsonb')`
  const found: string[] = []
  for (const { table, column, type } of columns) {
    const value = type === 'uuid' ? id : `%${type === 'jsonb' ? id : email}%`
    const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${table}" WHERE "${column}"::text LIKE $1 LIMIT 1`, value)
    if (rows.length > 0 && !(table === 'Invitation' && column === 'email')) found.push(`${table}.${column}`)
  }
  return found
}

describe('deleteAccount', () => {
  it('leaves nothing of a person in any table, and what others need of it as nobody’s', async () => {
    expect((await traces(ada)).length).toBeGreaterThan(8)
    expect(await deleteAccount(db, ada.id, { confirmed: ` ${ada.email.toUpperCase()} `, withConferences: false })).toEqual({ ok: true })
    expect(await traces(ada)).toEqual([])
    const where = { conferenceId: conference.id }
    expect([await db.change.count({ where }), await db.reading.count({ where }), await db.group.count({ where })]).toEqual([1, 1, 0])
  })

  it('asks for the address, and about conferences that nobody else owns', async () => {
    const [mine, shared] = [await makeConference(db), await makeConference(db)]
    const bob = await makePerson(db)
    await db.membership.createMany({ data: [{ conferenceId: mine.id, userId: ada.id, role: 'owner' }, { conferenceId: shared.id, userId: ada.id, role: 'owner' }, { conferenceId: shared.id, userId: bob.id, role: 'owner' }] })
    expect(await listOwnedAlone(db, ada.id)).toEqual([{ id: mine.id, name: mine.name }])
    expect(await deleteAccount(db, ada.id, { confirmed: bob.email, withConferences: true })).toEqual({ ok: false, reason: 'wrong-email' })
    expect(await deleteAccount(db, ada.id, { confirmed: ada.email, withConferences: false })).toEqual({ ok: false, reason: 'only-owner', conferences: [mine.name] })
    expect(await db.user.count({ where: { id: ada.id } })).toBe(1)
    expect(await deleteAccount(db, ada.id, { confirmed: ada.email, withConferences: true })).toEqual({ ok: true })
    expect(await db.conference.findMany({ where: { id: { in: [mine.id, shared.id] } }, select: { id: true } })).toEqual([{ id: shared.id }])
  })
})

describe('exportAccount', () => {
  it('holds what a person brought, with its conference and session, and no secret', async () => {
    const { account, picks, notes, memberships, calendars, ...rest } = await exportAccount(db, ada.id)
    const at = { slug: conference.slug, name: conference.name }
    expect({ account, picks, notes, memberships, calendars, rest }).toMatchObject({
      account: { email: ada.email, name: ada.name },
      picks: [{ rank: 'first', conference: at, session: { number: 1, title: 'Session 1' } }],
      notes: [{ text: 'private', conference: at, revisions: [{ text: 'priv' }] }],
      memberships: [{ role: 'organizer', conference: at }],
      calendars: [{ name: 'Phone', conference: at }],
      rest: { blocks: [], attendances: [], photos: [], recaps: [] },
    })
    expect(JSON.stringify(calendars)).not.toContain('tokenHash')
  })
})
