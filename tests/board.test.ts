import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as demand } from '@/app/api/v1/board/demand/route'
import { GET as draft } from '@/app/api/v1/board/draft/route'
import { GET as effect } from '@/app/api/v1/board/effect/route'
import { GET as board } from '@/app/api/v1/board/route'
import { moveOnBoard } from '@/lib/desk/board/server/move-on-board'
import { testDatabase } from './db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from './everybody'
import { hour } from './factories/board'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'
import { headers } from './next-headers'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('./next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

const routes = { 'the board': board, 'the draft': draft }

describe.each(visibilities)('of a %s conference', (visibility) => {
  it.each(Object.entries(routes))('%s is told to those who edit, and nothing of it to others', async (_door, GET) => {
    const { id, slug, sessionIds } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    const moves = [{ sessionId: sessionIds[0] ?? '', place: hour(12) }]
    const ann = granted<'editSchedule'>(id, everybody.idOf('owner'))
    await moveOnBoard(db, ann, { moves, seen: 0, timeZone: 'Europe/Paris' }, new Date('2026-03-20T10:00:00Z'))
    const told: string[] = []
    const heard = await everybody.ask(async (who) => {
      const asked = new Request(`http://localhost/?conference=${slug}`, { headers: await headers() })
      const response = await GET(asked, { params: Promise.resolve({}) })
      const text = await response.text()
      if (text.includes(hour(12).startAt ?? '')) told.push(who)
      const body: { error?: string } = JSON.parse(text)
      return { ok: response.ok, reason: body.error }
    })
    const those = ['lead', 'organizer', 'owner'] as const
    expect([heard, told]).toEqual([answersFor(those, visibility), those])
  })

  it.each(Object.entries({ demand, effect }))('%s is told to organizers alone', async (_door, GET) => {
    const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    const heard = await everybody.ask(async () => {
      const asked = new Request(`http://localhost/?conference=${slug}`, { headers: await headers() })
      const response = await GET(asked, { params: Promise.resolve({}) })
      const body: { error?: string } = await response.json()
      return { ok: response.ok, reason: body.error }
    })
    expect(heard).toEqual(answersFor(['organizer', 'owner'], visibility))
  })
})
