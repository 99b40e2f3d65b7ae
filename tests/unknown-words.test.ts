import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readPlannedDraft } from '@/lib/desk/board/server/planned-draft'
import { push } from '@/lib/handlers'
import { sendAlerts } from '@/lib/notifications/server/send-alerts'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { listActs } from '@/lib/operating/server/acts'
import { exportAccount } from '@/lib/people/server/export-account'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'

// While servers are updated one at a time, this version reads what the next one wrote: a kind or a reason that it has
// no word for. It says the rest. What the database itself has a list of is added to a release before it is written
// (tests/expand-only.test.ts).

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')

it('lists an act of the operator’s of a kind that it does not know, and exports it', async () => {
  const { id: userId } = await makePerson(db)
  await db.operatorAct.create({ data: { kind: 'dreamt-of', at: now, userId, reason: 'A reason' } })
  const { operatorActs } = await exportAccount(db, userId)
  expect([(await listActs(db)).map(({ kind, reason }) => [kind, reason]), operatorActs]).toEqual([
    [['dreamt-of', 'A reason']],
    [{ kind: 'dreamt-of', at: now, reason: 'A reason', conference: null }],
  ])
})

it('leaves an alert of a kind that it does not know to whoever does', async () => {
  const [{ id: userId }, { id: conferenceId }] = [await makePerson(db), await makeConference(db)]
  await db.$executeRawUnsafe(`ALTER TYPE "AlertKind" ADD VALUE 'dreamt-of'`)
  await db.$executeRaw`
    INSERT INTO "Alert"
      ("id", "userId", "conferenceId", "kind", "subjectId", "version", "dueAt", "expiresAt", "createdAt")
    VALUES (gen_random_uuid(), ${userId}::uuid, ${conferenceId}::uuid, 'dreamt-of', gen_random_uuid(), '1',
      ${now}::timestamptz, ${now}::timestamptz + interval '1 hour', ${now}::timestamptz)`
  const pusher = { vapid: await loadVapidKeys(db), contact: 'https://hallway.example.org', allowLoopback: true }
  expect(await sendAlerts(db, pusher, () => now)).toEqual({ people: 0, sent: 0, waiting: 0, dropped: 0 })
  expect(await db.$queryRaw`SELECT "kind"::text, "tries", "doneAt" FROM "Alert"`).toEqual([
    { kind: 'dreamt-of', tries: 0, doneAt: null },
  ])
})

it('tells a planned release that ended in a way that it does not know by what came of it', async () => {
  const { id: conferenceId } = await makeConference(db)
  const left = [{ title: 'Tides', why: 'dreamt-of' }]
  await db.draft.create({ data: { conferenceId } })
  await db.plannedRelease.create({
    data: { conferenceId, dueAt: now, endedAt: now, ending: 'dreamt-of', number: 7, left },
  })
  expect((await readPlannedDraft(db, conferenceId))?.ended).toEqual({
    how: 'published',
    number: 7,
    left: [{ title: 'Tides', why: 'moved' }],
    by: null,
  })
})

it('answers the twin of a change that was refused for a reason that it does not know', async () => {
  const [person, { sessionIds }] = [await makePerson(db), await makeConference(db, { sessions: 1 })]
  const id = randomUUID()
  await db.mutation.create({ data: { id, userId: person.id, result: { ok: false, code: 'DREAMT_OF' } } })
  const twin = { id, name: 'setPick', args: { sessionId: sessionIds[0], rank: 'first' }, at: now.toISOString() }
  const { results } = await push(db, person, { person: person.id, device: randomUUID(), mutations: [twin] }, now)
  expect(results).toEqual([{ id, ok: false, code: 'INVALID' }])
})
