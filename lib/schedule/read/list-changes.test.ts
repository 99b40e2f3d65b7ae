import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { listChanges } from './list-changes'

const { db } = await testDatabase()

it('lists what moves people, the latest first, without texts, beginnings and other conferences', async () => {
  const [one, other] = [await makeConference(db, { sessions: 1 }), await makeConference(db, { sessions: 1 })]
  const session = await db.session.findFirstOrThrow({ where: { conferenceId: one.id } })
  const foreign = await db.session.findFirstOrThrow({ where: { conferenceId: other.id } })
  await db.change.deleteMany({ where: { conferenceId: one.id } })
  const createdAt = new Date('2026-03-01T10:00:00Z')
  const row = { conferenceId: one.id, sessionId: session.id, createdAt }
  await db.change.createMany({
    data: [
      { ...row, field: 'added', version: 1 },
      { ...row, field: 'added', version: 3 },
      { ...row, field: 'rooms', oldValue: ['A'], newValue: ['B'], version: 2 },
      { ...row, field: 'cancelled', version: 3 },
      { ...row, field: 'description', oldValue: 'a', newValue: 'b', version: 4 },
      { conferenceId: other.id, sessionId: foreign.id, field: 'cancelled', version: 9 },
    ],
  })
  expect(await listChanges(db, one.id)).toEqual([
    { sessionId: session.id, field: 'added', old: null, new: null, version: 3, at: '2026-03-01T10:00:00.000Z' },
    { sessionId: session.id, field: 'cancelled', old: null, new: null, version: 3, at: '2026-03-01T10:00:00.000Z' },
    { sessionId: session.id, field: 'rooms', old: ['A'], new: ['B'], version: 2, at: '2026-03-01T10:00:00.000Z' },
  ])
})
