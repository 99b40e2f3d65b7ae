import { expect, it } from 'vitest'
import { announce } from '@/lib/rooms/server/announce'
import { createSignLinks, findSign, listSignLinks, revokeSignLinks } from '@/lib/rooms/server/sign-links'
import type { SignDocument } from '@/lib/rooms/sign-document'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { makeHallNow } from '@/tests/factories/hall'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'

const { db, url } = await testDatabase()
const { user: organizer, cookie } = await signIn(db)
const conference = await makeConference(db, 'closed', 'private')
const { room, session } = await makeHallNow(db, conference.id, 2)
const loft = await db.room.create({ data: { conferenceId: conference.id, slug: 'loft', name: 'Loft', position: 2 } })
const secretTalk = await db.session.create({
  data: {
    conferenceId: conference.id,
    number: 9,
    title: 'Not in this room',
    rawTitle: 'Not in this room',
    dayOn: new Date('2026-03-24'),
    rooms: { create: { roomId: loft.id } },
  },
})
const door = await openDoor({ db, url })
const grant = granted<'editConference'>(conference.id, organizer.id)
const ask = (secret: string, headers = {}) => door.ask(`/api/v1/signs/${secret}`, { headers })

it('shows one room of a private conference to whoever has its address, and nothing of another', async () => {
  const [hall] = await createSignLinks(db, grant, room.id, new Date())
  const told = await ask(hall?.secret ?? '')
  const document: SignDocument = JSON.parse(told.text)
  expect({
    status: told.status,
    room: document.room,
    rooms: document.agenda.rooms.map(({ id }) => id),
    sessions: document.agenda.sessions.map(({ id }) => id),
    leaks: [loft.id, secretTalk.title].filter((word) => told.text.includes(word)),
    state: document.state?.session,
    cache: told.headers['cache-control'],
  }).toEqual({
    status: 200,
    room: room.id,
    rooms: [room.id],
    sessions: [session.id],
    leaks: [],
    state: session.id,
    cache: 'private, no-cache',
  })
  expect((await ask(hall?.secret ?? '', { 'if-none-match': String(told.headers.etag) })).status).toBe(304)
})

it('tells what is announced there, and not what is announced elsewhere', async () => {
  const [hall] = await createSignLinks(db, grant, room.id, new Date())
  const say = (body: string, roomId: string | null) =>
    announce(db, grant, { body, language: 'en', roomId, sessionId: null }, new Date())
  await say('For all', null)
  await say('For the loft', loft.id)
  await say('For the hall', room.id)
  const texts = await until(
    async () =>
      JSON.parse((await ask(hall?.secret ?? '')).text).announcements.map(({ text }: { text: string }) => text),
    (said) => said.includes('For the hall'),
  )
  expect(texts.sort()).toEqual(['For all', 'For the hall'])
})

it('answers a guess, and an address that has ended, alike', async () => {
  const [made] = await createSignLinks(db, grant, room.id, new Date())
  const secret = made?.secret ?? ''
  const before = (await ask(secret)).status
  await revokeSignLinks(db, granted('00000000-0000-4000-8000-000000000000'), [made?.id ?? ''], new Date())
  const others = (await ask(secret)).status
  await revokeSignLinks(db, grant, [made?.id ?? ''], new Date())
  const [ended, guess, signedIn] = [await ask(secret), await ask('guess'), await ask('guess', { cookie })]
  expect([before, others, ended.status, guess.status, signedIn.status, ended.text]).toEqual([
    ...[200, 200, 404, 404, 404],
    guess.text,
  ])
})

it('makes one for each door without, and is the sign of what a room became', async () => {
  const made = await createSignLinks(db, grant, null, new Date())
  expect([made.map((link) => link.room), await createSignLinks(db, grant, null, new Date())]).toEqual([['Loft'], []])
  const secret = made[0]?.secret ?? ''
  await db.room.update({ where: { id: loft.id }, data: { archivedAt: new Date() } })
  const merge = await db.merge.create({
    data: {
      ...{ conferenceId: conference.id, kind: 'room', partId: loft.id, intoId: room.id },
      ...{ name: 'Loft', intoName: 'Hall', moved: {} },
    },
  })
  const merged = await findSign(db, secret)
  await db.merge.delete({ where: { id: merge.id } })
  const gone = await findSign(db, secret)
  await db.room.update({ where: { id: loft.id }, data: { archivedAt: null } })
  expect([merged?.roomId, gone, (await findSign(db, secret))?.roomId]).toEqual([room.id, null, loft.id])
  expect((await listSignLinks(db, conference.id)).some((link) => link.room.id === loft.id)).toBe(true)
})

it('makes none for a room of another conference', async () => {
  const other = granted<'editConference'>((await makeConference(db, 'another')).id, organizer.id)
  await expect(createSignLinks(db, other, room.id, new Date())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
