import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { mergePartsAction, previewMergeAction, splitNameAction, undoMergeAction } from './actions'
import { mergedKinds, type MergedKind } from './kinds'
import { mergeParts } from './merge-parts'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

/** Two of a kind in a conference of their own, and two more that are one already. */
async function makePlace(kind: MergedKind, visibility: 'public' | 'private') {
  const { id: conferenceId, slug } = await makeConference(db, { visibility, sessions: 0 })
  await everybody.join(conferenceId)
  const [part = '', into = ''] = await Promise.all(
    ['Hall', 'Hall!'].map(async (name, nth) => {
      const data = { conferenceId, slug: `hall-${nth}`, name }
      if (kind === 'room') return (await db.room.create({ data })).id
      if (kind === 'track') return (await db.track.create({ data: { ...data, color: 1 } })).id
      return (await db.speaker.create({ data })).id
    }),
  )
  return { conferenceId, conference: slug, kind, part, into }
}

type Place = Awaited<ReturnType<typeof makePlace>>
async function merged({ conferenceId, kind, part, into }: Place): Promise<string> {
  const author = granted<'editSchedule'>(conferenceId, everybody.idOf('owner'))
  return (await mergeParts(db, author, { kind, part, into }, new Date())).merge
}

const doors = {
  preview: (place: Place) => previewMergeAction(place),
  merge: (place: Place) => mergePartsAction(place),
  undo: async (place: Place) => undoMergeAction({ conference: place.conference, merge: await merged(place) }),
  split: async (place: Place) => {
    await merged(place)
    return splitNameAction({ conference: place.conference, kind: 'room', part: place.into, name: 'hall' })
  },
}
const cells = Object.entries(doors).flatMap(([door, run]) =>
  mergedKinds.filter((kind) => door !== 'split' || kind === 'room').map((kind) => ({ door, kind, run })),
)

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(cells)('lets organizers $door a $kind', async ({ kind, run }) => {
    expect(await everybody.ask(async () => run(await makePlace(kind, visibility)))).toEqual(
      answersFor(['organizer', 'owner'], visibility),
    )
  })
})

it('reaches into no other conference, whoever owns it', async () => {
  everybody.become('owner')
  const [mine, theirs] = [await makePlace('room', 'public'), await makePlace('room', 'public')]
  const merge = await merged(theirs)
  const answers = [
    await mergePartsAction({ ...theirs, conference: mine.conference }),
    await previewMergeAction({ ...mine, into: theirs.into }),
    await undoMergeAction({ conference: mine.conference, merge }),
    await splitNameAction({ conference: mine.conference, kind: 'room', part: theirs.into, name: 'hall' }),
    await mergePartsAction({ ...mine, kind: 'track' }),
  ]
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason))).toEqual(Array(5).fill('NOT_FOUND'))
})

it('never takes one for two because its id is written otherwise', async () => {
  everybody.become('owner')
  const place = await makePlace('room', 'public')
  const twice = await mergePartsAction({ ...place, into: place.part.toUpperCase() })
  expect(twice.ok ? 'ok' : twice.reason).toBe('INVALID')
})
