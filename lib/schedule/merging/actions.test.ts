import { beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { mergePartsAction, previewMergeAction, splitNameAction, undoMergeAction } from './actions'
import { mergedKinds, type MergedKind } from './kinds'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

const members = ['owner', 'organizer', 'steward', 'attendee'] as const
const people = new Map<string, string>()
const cookies = new Map([['guest', '']])
beforeAll(async () => {
  for (const who of [...members, 'stranger']) {
    const { user, cookie: sent } = await signIn(db)
    people.set(who, user.id)
    cookies.set(who, sent)
  }
})

/** Two of a kind in a conference of their own, and two more that are one already. */
async function makePlace(kind: MergedKind, visibility: 'public' | 'private') {
  const { id: conferenceId, slug } = await makeConference(db, { visibility, sessions: 0 })
  await db.membership.createMany({
    data: members.map((role) => ({ conferenceId, userId: people.get(role) ?? '', role })),
  })
  const [part = '', into = ''] = await Promise.all(
    ['Hall', 'Hall!'].map(async (name, nth) => {
      const data = { conferenceId, slug: `hall-${nth}`, name }
      if (kind === 'room') return (await db.room.create({ data })).id
      if (kind === 'track') return (await db.track.create({ data: { ...data, color: 1 } })).id
      return (await db.speaker.create({ data })).id
    }),
  )
  return { conference: slug, kind, part, into }
}

type Place = Awaited<ReturnType<typeof makePlace>>
async function merged(place: Place): Promise<string> {
  const asked = cookie
  cookie = cookies.get('owner') ?? ''
  const done = await mergePartsAction(place)
  cookie = asked
  return done.ok ? done.value.merge : ''
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
const allowed: Record<'public' | 'private', Record<string, string>> = {
  public: {
    owner: 'ok',
    organizer: 'ok',
    steward: 'FORBIDDEN',
    attendee: 'FORBIDDEN',
    stranger: 'FORBIDDEN',
    guest: 'UNAUTHENTICATED',
  },
  private: {
    owner: 'ok',
    organizer: 'ok',
    steward: 'FORBIDDEN',
    attendee: 'FORBIDDEN',
    stranger: 'NOT_FOUND',
    guest: 'NOT_FOUND',
  },
}
const cells = Object.entries(doors).flatMap(([door, run]) =>
  mergedKinds
    .filter((kind) => door !== 'split' || kind === 'room')
    .flatMap((kind) =>
      (['public', 'private'] as const).flatMap((visibility) =>
        Object.entries(allowed[visibility]).map(([who, answer]) => ({ door, run, kind, visibility, who, answer })),
      ),
    ),
)

it.each(cells)(
  'answers a $who who wants to $door a $kind of a $visibility conference: $answer',
  async ({ run, kind, visibility, who, answer }) => {
    cookie = cookies.get(who) ?? ''
    const place = await makePlace(kind, visibility)
    const said = await run(place)
    expect(said.ok ? 'ok' : said.reason).toBe(answer)
  },
)

it('reaches into no other conference, whoever owns it', async () => {
  cookie = cookies.get('owner') ?? ''
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
  cookie = cookies.get('owner') ?? ''
  const place = await makePlace('room', 'public')
  const twice = await mergePartsAction({ ...place, into: place.part.toUpperCase() })
  expect(twice.ok ? 'ok' : twice.reason).toBe('INVALID')
})
