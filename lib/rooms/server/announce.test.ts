import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { announce, listAnnounced, listAnnouncements, withdrawAnnouncement } from './announce'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 24, 10, minute))

let conference: Awaited<ReturnType<typeof makeConference>>
let owner: Awaited<ReturnType<typeof makePerson>>
let roomId: string
beforeEach(async () => {
  ;[conference, owner] = [await makeConference(db, { sessions: 1 }), await makePerson(db)]
  roomId = (await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })).id
})
const say = (body: string, audience: { roomId?: string; sessionId?: string } = {}, minute = 0) =>
  announce(
    db,
    granted(conference.id, owner.id),
    { roomId: null, sessionId: null, ...audience, body, language: 'fr' },
    at(minute),
  )
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

it('tells what was announced, the newest first, and nothing that was withdrawn', async () => {
  const sessionId = conference.sessionIds[0] ?? ''
  const [all, room, session] = [
    await say('Déjeuner'),
    await say('La salle est froide', { roomId }, 1),
    await say('En retard', { sessionId }, 2),
  ]
  await withdrawAnnouncement(db, granted(conference.id), all.id, at(3))
  await withdrawAnnouncement(db, granted(randomUUID()), room.id, at(3))
  const told = { language: 'fr', room: null, session: null }
  expect(await listAnnouncements(db, conference.id)).toEqual([
    { ...told, id: session.id, text: 'En retard', session: sessionId, at: at(2).toISOString() },
    { ...told, id: room.id, text: 'La salle est froide', room: roomId, at: at(1).toISOString() },
  ])
  expect(
    (await listAnnounced(db, conference.id)).map(({ body, withdrawnAt, room: inRoom, session: of }) => [
      body,
      withdrawnAt,
      inRoom?.name,
      of?.title,
    ]),
  ).toEqual([
    ['En retard', null, undefined, 'Session 1'],
    ['La salle est froide', null, 'Hall', undefined],
    ['Déjeuner', at(3), undefined, undefined],
  ])
})

it('reaches no room and no session of another conference', async () => {
  const other = await makeConference(db, { sessions: 1 })
  const elsewhere = await db.room.create({ data: { conferenceId: other.id, slug: 'hall', name: 'Hall' } })
  expect([
    await codeOf(say('x', { roomId: elsewhere.id })),
    await codeOf(say('x', { sessionId: other.sessionIds[0] })),
  ]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
})

it('announces twenty times an hour at most in one conference', async () => {
  for (let index = 0; index < 20; index++) await say(`No ${index}`)
  expect(await codeOf(say('One too many'))).toBe('RATE_LIMITED')
})
