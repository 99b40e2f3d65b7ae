import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { giveBackAction, givePartBackAction, takeAgainAction, takePartAgainAction } from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

type Place = { conference: string; session: string; room: string; speaker: string }
const doors = {
  'give a session’s field back': ({ conference, session: id }: Place) =>
    giveBackAction({ conference, id, field: 'title' }),
  'take a session’s field again': ({ conference, session: id }: Place) =>
    takeAgainAction({ conference, id, version: '2' }),
  'give a room’s field back': ({ conference, room: id }: Place) =>
    givePartBackAction({ conference, kind: 'room', id, field: 'name' }),
  'take a room’s field again': ({ conference, room: id }: Place) =>
    takePartAgainAction({ conference, kind: 'room', id, version: '2' }),
  'give a speaker’s field back': ({ conference, speaker: id }: Place) =>
    givePartBackAction({ conference, kind: 'speaker', id, field: 'name' }),
  'take a speaker’s field again': ({ conference, speaker: id }: Place) =>
    takePartAgainAction({ conference, kind: 'speaker', id, version: '2' }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (_door, run) => {
    const { id, slug, sessionIds } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    const room = await db.room.create({ data: { conferenceId: id, slug: 'attic', name: 'Attic' } })
    const speaker = await db.speaker.create({ data: { conferenceId: id, slug: 'eve', name: 'Eve' } })
    const place = { conference: slug, session: sessionIds[0] ?? '', room: room.id, speaker: speaker.id }
    // Whoever may is told that there is nothing to give back: what it is of is of no source.
    expect(await everybody.ask(() => run(place))).toEqual(answersFor(['organizer', 'owner'], visibility, 'NOT_FOUND'))
  })
})
