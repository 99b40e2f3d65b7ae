import { beforeAll, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/suggestions/route'
import { setIgnored } from '@/lib/desk/board/server/ignored-warnings'
import { loadSuggestPage } from '@/lib/desk/suggest/server/load-suggest-page'
import { toldSchema } from '@/lib/desk/suggest/told'
import { testDatabase } from './db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from './everybody'
import { makeCrowdedDay } from './factories/crowded-day'
import { granted } from './factories/granted'
import { makePerson } from './factories/person'
import { headers } from './next-headers'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('./next-headers'))
vi.mock('@/lib/platform/clock', () => ({ now: () => new Date('2026-03-20T10:00:00Z') }))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

async function ask(wish: object): Promise<Response> {
  const sent = { ...Object.fromEntries(await headers()), 'content-type': 'application/json' }
  const request = new Request('http://localhost/api/v1/suggestions', {
    method: 'POST',
    headers: { ...sent, origin: 'http://localhost', host: 'localhost' },
    body: JSON.stringify(wish),
  })
  return POST(request, { params: Promise.resolve({}) })
}

const wishFor = (conference: string) => ({ conference, day: '2026-03-24', what: 'rooms', mostMoves: 5, pinned: [] })

describe.each(visibilities)('of a %s conference', (visibility) => {
  it('suggestions are told to organizers, and nothing of them to others', { timeout: 60_000 }, async () => {
    const { conference, popular } = await makeCrowdedDay(db, visibility)
    await everybody.join(conference.id)
    const told: string[] = []
    const heard = await everybody.ask(async (who) => {
      const response = await ask(wishFor(conference.slug))
      const text = await response.text()
      if (text.includes(popular)) told.push(who)
      const body: { error?: string } = response.ok ? {} : JSON.parse(text)
      return { ok: response.ok, reason: body.error }
    })
    expect([heard, told]).toEqual([answersFor(['organizer', 'owner'], visibility), ['organizer', 'owner']])
  })
})

it('puts what most want into the larger room, says what each move gains, and changes nothing', async () => {
  const { conference, popular, quiet, hall, loft } = await makeCrowdedDay(db, 'private')
  await everybody.join(conference.id)
  everybody.become('organizer')
  const response = await ask(wishFor(conference.slug))
  const lines = (await response.text()).trim().split('\n')
  const last = toldSchema.parse(JSON.parse(lines.at(-1) ?? ''))
  const at = { dayOn: '2026-03-24', startAt: '2026-03-24T08:00:00.000Z', endAt: '2026-03-24T09:00:00.000Z' }
  expect(last).toEqual({
    state: 'done',
    suggestion: {
      before: { turnedAway: 15, choosing: 5 },
      after: { turnedAway: 0, choosing: 5 },
      gap: 0,
      groups: [
        {
          gain: { turnedAway: 15, choosing: 0 },
          moves: [
            {
              sessionId: popular,
              from: { ...at, roomIds: [loft] },
              to: { ...at, roomIds: [hall] },
              gain: { turnedAway: 15, choosing: 0 },
            },
            {
              sessionId: quiet,
              from: { ...at, roomIds: [hall] },
              to: { ...at, roomIds: [loft] },
              gain: { turnedAway: 0, choosing: 0 },
            },
          ],
        },
      ],
    },
  })
  expect(await db.draftMove.count({ where: { conferenceId: conference.id } })).toBe(0)
})

it('says how often something of the day does not work as it is, unless that is ignored', async () => {
  const { conference, quiet, loft } = await makeCrowdedDay(db, 'private')
  await db.sessionRoom.updateMany({ where: { sessionId: quiet }, data: { roomId: loft } })
  const broken = async () => {
    const now = new Date('2026-03-20T10:00:00Z')
    return (await loadSuggestPage(db, granted(conference.id), '2026-03-24', now)).broken
  }
  expect(await broken()).toBe(1)
  const key = `roomTwice ${conference.sessionIds.toSorted().join(' ')}`
  const { id: userId } = await makePerson(db)
  await setIgnored(db, granted(conference.id, userId), { key, isIgnored: true }, new Date())
  expect(await broken()).toBe(0)
})

it('has nothing to move on a day that is over', async () => {
  const { conference } = await makeCrowdedDay(db, 'private')
  await everybody.join(conference.id)
  everybody.become('owner')
  const response = await ask({ ...wishFor(conference.slug), day: '2026-03-19' })
  expect(await response.text()).toBe('{"state":"failed","reason":"nothing-to-move"}\n')
})
