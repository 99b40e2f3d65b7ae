import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createStewardLink, revokeStewardLinks } from '@/lib/rooms/server/steward-links'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'
import { granted } from '@/tests/factories/granted'
import { makeHallNow } from '@/tests/factories/hall'

const { db, url } = await testDatabase()
const { user: organizer } = await signIn(db)
const [open, closed] = [await makeHall('open'), await makeHall('closed', 'private')]
const door = await openDoor({ db, url })

async function makeHall(slug: string, visibility: 'private' | 'public' = 'public') {
  const conference = await makeConference(db, slug, visibility)
  const { room, session } = await makeHallNow(db, conference.id, 2)
  const link = await createStewardLink(
    db,
    granted(conference.id, organizer.id),
    { roomId: room.id, name: 'Door' },
    new Date(),
  )
  return { conference, room, session, link }
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  door.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const asPage = (cookie: string) => ({ cookie, 'sec-fetch-site': 'same-origin' })
const seen = ({ conference, session }: typeof open, device: string = randomUUID()) => {
  const now = new Date().toISOString()
  return {
    conference: conference.id,
    device,
    sentAt: now,
    readings: [{ id: randomUUID(), at: now, sessionId: session.id, level: 'full' }],
  }
}
const counted = (delta: number) => ({
  sentAt: new Date().toISOString(),
  readings: [{ id: randomUUID(), at: new Date().toISOString(), kind: 'count', delta }],
})

it('takes a report of anybody who may see the conference, and of nobody else', async () => {
  const [member, stranger] = [await signIn(db), await signIn(db)]
  await db.membership.create({ data: { conferenceId: closed.conference.id, userId: member.user.id, role: 'attendee' } })
  const answers = [
    await post('/api/v1/readings', seen(open)),
    await post('/api/v1/readings', seen(closed)),
    await post('/api/v1/readings', seen(closed), asPage(stranger.cookie)),
    await post('/api/v1/readings', seen(closed), asPage(member.cookie)),
  ]
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [204, ''],
    [404, '{"code":"NOT_FOUND"}'],
    [404, '{"code":"NOT_FOUND"}'],
    [204, ''],
  ])
  expect(
    await db.reading.findMany({
      where: { conferenceId: closed.conference.id },
      select: { userId: true, roomId: true, level: true },
    }),
  ).toEqual([{ userId: member.user.id, roomId: closed.room.id, level: 'full' }])
})

it.each([
  ['no JSON', '{'],
  ['no report', '{}'],
  [
    'another level',
    {
      ...seen(open),
      readings: [{ id: randomUUID(), at: new Date().toISOString(), sessionId: open.session.id, level: 'closed' }],
    },
  ],
  ["another conference's session", { ...seen(open), readings: seen(closed).readings }],
])('refuses %s', async (_, body) => {
  expect((await post('/api/v1/readings', body)).status).toBe(400)
})

it('refuses a device that reports without end, and what another site sends', async () => {
  const device = randomUUID()
  const statuses = []
  for (let index = 0; index < 61; index++) statuses.push((await post('/api/v1/readings', seen(open, device))).status)
  expect([statuses.slice(0, 60).every((status) => status === 204), statuses.at(-1)]).toEqual([true, 429])
  expect(
    (await post('/api/v1/readings', seen(open), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }))
      .status,
  ).toBe(403)
})

it('answers a steward with how the room stands, until the link ends', async () => {
  const { link, conference } = await makeHall('door')
  const path = `/api/v1/steward/${link.secret}`
  await until(
    () => door.ask('/c/door/room-states.json'),
    ({ status }) => status === 200,
  )
  expect(JSON.parse((await door.ask(path)).text)).toMatchObject({
    session: { title: 'Now' },
    capacity: 2,
    state: 'unknown',
    count: null,
  })
  const [first, second] = [counted(1), counted(1)]
  await Promise.all([post(path, first), post(path, second), post(path, first)])
  expect(JSON.parse((await post(path, counted(0))).text)).toMatchObject({ state: 'full', count: 2 })
  await revokeStewardLinks(db, granted(conference.id), [link.id], new Date())
  expect([
    (await door.ask(path)).status,
    (await post(path, counted(1))).status,
    (await post('/api/v1/steward/guess', counted(1))).status,
  ]).toEqual([404, 404, 404])
})

it('keeps from where a guest reports as a mark that tells nothing of the address, one for all behind it', async () => {
  const hall = await makeHall('mark')
  await until(
    () => door.ask('/c/mark/room-states.json'),
    ({ status }) => status === 200,
  )
  const { cookie } = await signIn(db)
  for (const [device, headers] of [
    [randomUUID(), {}],
    [randomUUID(), {}],
    [randomUUID(), asPage(cookie)],
  ] as const)
    expect((await post('/api/v1/readings', seen(hall, device), headers)).status).toBe(204)
  const origins = (
    await db.reading.findMany({ where: { conferenceId: hall.conference.id }, orderBy: { userId: 'desc' } })
  ).map(({ userId, origin }) => [userId === null, origin])
  expect(origins).toEqual(
    expect.arrayContaining([
      [false, null],
      [true, expect.stringMatching(/^[\w-]{22}$/)],
    ]),
  )
  expect(new Set(origins.map(([, origin]) => origin)).size).toBe(2)
})

it('takes no more from one link than hands can tap', async () => {
  const { link } = await makeHall('hands')
  const answers = []
  for (let number = 0; number < 1_201; number++) answers.push((await door.ask(`/api/v1/steward/${link.secret}`)).status)
  expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([1_200, 429])
})
