import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/v1/floor-plans/[picture]/route'
import { POST } from '@/app/api/v1/floor-plans/route'
import { hasBlob, putBlob } from '@/lib/platform/blobs/blobs'
import {
  bringBackFloorAction,
  orderFloorsAction,
  placeRoomAction,
  removeFloorAction,
  renameFloorAction,
  scaleFloorAction,
  setC3navAction,
} from '@/lib/schedule/building/actions'
import { MOST_FLOORS } from '@/lib/schedule/building/plan-limits'
import { loadBuilding } from '@/lib/schedule/building/list-floors'
import { purgeFloors } from '@/lib/schedule/building/plan-pictures'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { testDatabase } from './db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from './everybody'
import { makeConference } from './factories/conference'
import { jpeg, png } from './factories/picture'
import { headers } from './next-headers'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-building-'))
vi.mock('next/headers', () => import('./next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

async function makeBuilding(visibility: 'public' | 'private' = 'public') {
  const conference = await makeConference(db, { visibility, sessions: 1 })
  const conferenceId = conference.id
  await everybody.join(conferenceId)
  const room = await db.room.create({ data: { conferenceId, slug: 'hall', name: 'Hall' } })
  const pictureId = randomUUID()
  await putBlob(pictureId, jpeg)
  const size = { pictureId, bytes: jpeg.length, width: 12, height: 8 }
  const floor = await db.floor.create({ data: { conferenceId, name: 'Ground', ...size } })
  return { ...conference, conference: conference.slug, room: room.id, floor: floor.id, picture: pictureId }
}
type Building = Awaited<ReturnType<typeof makeBuilding>>

async function send(query: Record<string, string>, body: Uint8Array<ArrayBuffer> | string) {
  const asked = new Request(`http://localhost/api/v1/floor-plans?${new URLSearchParams(query)}`, {
    method: 'POST',
    body,
    headers: { ...Object.fromEntries(await headers()), 'sec-fetch-site': 'same-origin' },
  })
  const response = await POST(asked, { params: Promise.resolve({}) })
  const said: { ok?: boolean; reason?: string; error?: string; floor?: string } = await response.json()
  return { ok: said.ok ?? false, reason: said.reason ?? said.error, floor: said.floor ?? '' }
}

async function show(picture: string, more: Record<string, string> = {}) {
  const asked = new Request(`http://localhost/api/v1/floor-plans/${picture}`, {
    headers: { ...Object.fromEntries(await headers()), ...more },
  })
  return GET(asked, { params: Promise.resolve({ picture }) })
}

const doors: Record<string, (building: Building) => Promise<{ ok: boolean; reason?: string }>> = {
  'sending a plan': ({ conference }) => send({ conference, name: 'Upper' }, new Uint8Array(png)),
  'sending another plan': ({ conference, floor }) => send({ conference, floor }, new Uint8Array(png)),
  'renaming a floor': ({ conference, floor }) => renameFloorAction({ conference, floor, name: 'Upper' }),
  'giving a scale': ({ conference, floor }) => scaleFloorAction({ conference, floor, metresWide: 80 }),
  'ordering floors': ({ conference, floor }) => orderFloorsAction({ conference, floors: [floor] }),
  'taking a floor away': ({ conference, floor }) => removeFloorAction({ conference, floor }),
  'bringing one back': ({ conference, floor }) => bringBackFloorAction({ conference, floor }),
  'placing a room': ({ conference, floor, room }) =>
    placeRoomAction({ conference, room, place: { floor, x: 0.5, y: 0.5 } }),
  'saying where c3nav is': ({ conference }) => setC3navAction({ conference, c3nav: 'https://nav.example' }),
}

describe.each(visibilities)('the building of a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers alone do it: %s', async (_, knock) => {
    const building = await makeBuilding(visibility)
    expect(await everybody.ask(() => knock(building))).toEqual(answersFor(['organizer', 'owner'], visibility))
  })

  it('is seen by whoever sees the conference', async () => {
    const { picture } = await makeBuilding(visibility)
    const told: string[] = []
    const heard = await everybody.ask(async (who) => {
      const response = await show(picture)
      if (response.ok) told.push(`${who} ${(await response.arrayBuffer()).byteLength}`)
      return { ok: response.ok, reason: String(response.status) }
    })
    const isPublic = visibility === 'public'
    const [guest, stranger, blocked] = isPublic ? ['ok', 'ok', 'ok'] : ['404', '404', '401']
    const inside = { attendee: 'ok', steward: 'ok', lead: 'ok', organizer: 'ok', owner: 'ok' }
    expect([heard, told.length]).toEqual([{ guest, stranger, blocked, ...inside }, isPublic ? 8 : 5])
  })
})

it('keeps a plan drawn anew, and gives it as a picture and nothing else while it stands', async () => {
  const building = await makeBuilding()
  everybody.become('owner')
  const sent = await send({ conference: building.conference, name: ' Upper ' }, new Uint8Array(jpeg))
  const { floors } = await loadBuilding(db, building.id)
  expect([sent.ok, floors]).toEqual([
    true,
    [
      { id: building.floor, name: 'Ground', picture: building.picture, width: 12, height: 8, metresWide: null },
      { id: sent.floor, name: 'Upper', picture: expect.any(String), width: 12, height: 8, metresWide: null },
    ],
  ])
  const picture = floors[1]?.picture ?? ''
  const answer = await show(picture)
  expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
    200,
    {
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="floor-${picture}.webp"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      etag: `"${picture}"`,
    },
  ])
  expect((await show(picture, { 'if-none-match': `"${picture}"` })).status).toBe(304)
  await db.conference.update({ where: { id: building.id }, data: { visibility: 'private' } })
  expect((await show(picture)).headers.get('cache-control')).toBe('private, no-cache')
  await removeFloorAction({ conference: building.conference, floor: sent.floor })
  expect([(await show(picture)).status, (await show(randomUUID())).status]).toEqual([404, 404])
})

it('gives a floor another plan under another address, with its rooms where they were', async () => {
  const { id, conference, room, floor, picture } = await makeBuilding()
  everybody.become('organizer')
  await placeRoomAction({ conference, room, place: { floor, x: 0.25, y: 0.75 } })
  expect(await send({ conference, floor }, new Uint8Array(png))).toEqual({ ok: true, reason: undefined, floor })
  const agenda = await loadAgenda(db, id)
  expect([agenda?.floors?.map((one) => one.picture === picture), agenda?.rooms[0]?.place]).toEqual([
    [false],
    { floor, x: 0.25, y: 0.75 },
  ])
})

it.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'notAPicture'],
  ['nothing', '', 'notAPicture'],
  ['more than it reads', 'x'.repeat(10_000_001), 'TOO_LARGE'],
])('refuses %s, and keeps nothing', async (_, body, reason) => {
  const { id, conference } = await makeBuilding()
  everybody.become('owner')
  expect(await send({ conference, name: 'Upper' }, body)).toEqual({ ok: false, reason, floor: '' })
  expect([await db.floor.count({ where: { conferenceId: id } }), await versionOf(id)]).toEqual([1, 1])
})

it('has no more floors than it may, also where one comes back', async () => {
  const { id: conferenceId, conference, floor } = await makeBuilding()
  everybody.become('owner')
  await removeFloorAction({ conference, floor })
  await db.floor.createMany({
    data: Array.from({ length: MOST_FLOORS }, (_, index) => ({
      conferenceId,
      name: `${index}`,
      pictureId: randomUUID(),
      bytes: 1,
      width: 1,
      height: 1,
    })),
  })
  expect([
    await bringBackFloorAction({ conference, floor }),
    await send({ conference, name: 'One more' }, new Uint8Array(png)),
  ]).toEqual([
    { ok: false, reason: 'CONFLICT' },
    { ok: false, reason: 'tooManyFloors', floor: '' },
  ])
})

it('places rooms on floors of their own conference alone, and says nothing twice', async () => {
  const [here, elsewhere] = [await makeBuilding(), await makeBuilding()]
  everybody.become('owner')
  const { conference, room, floor } = here
  const place = { floor, x: 0.123456, y: 1 }
  await placeRoomAction({ conference, room, place })
  await placeRoomAction({ conference, room, place })
  expect([(await loadAgenda(db, here.id))?.rooms[0]?.place, await versionOf(here.id)]).toEqual([
    { floor, x: 0.1235, y: 1 },
    2,
  ])
  const wrong = [
    { conference, room, place: { ...place, floor: elsewhere.floor } },
    { conference, room: elsewhere.room, place },
    { conference, room, place: { ...place, x: 1.01 } },
    { conference, room, place: { ...place, y: Number.NaN } },
  ]
  const reasons = []
  for (const input of wrong) reasons.push(await placeRoomAction(input))
  expect(reasons.map((said) => !said.ok && said.reason)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'INVALID', 'INVALID'])
  for (const other of [
    renameFloorAction({ conference, floor: elsewhere.floor, name: 'X' }),
    removeFloorAction({ conference, floor: elsewhere.floor }),
  ])
    expect(await other).toEqual({ ok: false, reason: 'NOT_FOUND' })
  await placeRoomAction({ conference, room, place: null })
  expect((await loadAgenda(db, here.id))?.rooms[0]?.place).toBeUndefined()
})

it('brings a floor back with its rooms where they were, for 30 days', async () => {
  const { id, conference, room, floor, picture } = await makeBuilding()
  everybody.become('owner')
  await placeRoomAction({ conference, room, place: { floor, x: 0.5, y: 0.5 } })
  await removeFloorAction({ conference, floor })
  const without = await loadAgenda(db, id)
  expect([without?.floors, without?.rooms[0]?.place, await versionOf(id)]).toEqual([undefined, undefined, 3])
  await bringBackFloorAction({ conference, floor })
  const back = await loadAgenda(db, id)
  expect([back?.floors?.map((one) => one.name), back?.rooms[0]?.place]).toEqual([['Ground'], { floor, x: 0.5, y: 0.5 }])
  await removeFloorAction({ conference, floor })
  const removed = new Date('2026-03-01T12:00:00Z')
  await db.floor.update({ where: { id: floor }, data: { removedAt: removed } })
  const days = (count: number) => new Date(removed.getTime() + count * 24 * 3600 * 1000)
  expect([await purgeFloors(db, days(29)), await purgeFloors(db, days(31)), await hasBlob(picture)]).toEqual([
    0,
    1,
    true,
  ])
  expect(await db.room.findUnique({ where: { id: room }, select: { floorId: true } })).toEqual({ floorId: null })
})

it('puts floors in order, and leaves what others added meanwhile', async () => {
  const { id, conference, floor } = await makeBuilding()
  everybody.become('owner')
  const [second, third] = [
    (await send({ conference, name: 'Second' }, new Uint8Array(png))).floor,
    (await send({ conference, name: 'Third' }, new Uint8Array(png))).floor,
  ]
  await orderFloorsAction({ conference, floors: [third, floor, second] })
  expect((await loadAgenda(db, id))?.floors?.map(({ name }) => name)).toEqual(['Third', 'Ground', 'Second'])
  expect(await orderFloorsAction({ conference, floors: [third, third] })).toMatchObject({ reason: 'INVALID' })
})

it.each(['http://nav.example', 'javascript:alert(1)', 'https://me:secret@nav.example', 'nav.example'])(
  'leads nobody to %s',
  async (c3nav) => {
    const { conference } = await makeBuilding()
    everybody.become('owner')
    expect(await setC3navAction({ conference, c3nav })).toMatchObject({ ok: false, reason: 'INVALID' })
  },
)

it('says where c3nav is, and that there is none any more', async () => {
  const { id, conference } = await makeBuilding()
  everybody.become('owner')
  await setC3navAction({ conference, c3nav: ' https://nav.example/ ' })
  expect((await loadAgenda(db, id))?.conference.c3nav).toBe('https://nav.example/')
  await setC3navAction({ conference, c3nav: '' })
  expect((await loadAgenda(db, id))?.conference.c3nav).toBeUndefined()
})

async function versionOf(id: string): Promise<number> {
  return (await db.conference.findUniqueOrThrow({ where: { id } })).version
}
