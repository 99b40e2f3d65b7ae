import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { giveBackAction, takeAgainAction } from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

type Place = { conference: string; session: string }
const doors = {
  'give back': (place: Place) => giveBackAction({ ...place, field: 'title' }),
  'take again': (place: Place) => takeAgainAction({ ...place, version: '2' }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (_door, run) => {
    const { id, slug, sessionIds } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    // Whoever may is told that there is nothing to give back: the session is of no source.
    expect(await everybody.ask(() => run({ conference: slug, session: sessionIds[0] ?? '' }))).toEqual(
      answersFor(['organizer', 'owner'], visibility, 'NOT_FOUND'),
    )
  })
})
