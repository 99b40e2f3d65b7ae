import { beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { giveBackAction, takeAgainAction } from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

const members = ['owner', 'organizer', 'steward', 'attendee'] as const
const cookies = new Map([['guest', '']])
const places = new Map<string, { conference: string; session: string }>()
beforeAll(async () => {
  const people = new Map<string, string>()
  for (const who of [...members, 'stranger']) {
    const { user, cookie: sent } = await signIn(db)
    people.set(who, user.id)
    cookies.set(who, sent)
  }
  for (const visibility of ['public', 'private'] as const) {
    const { id, slug, sessionIds } = await makeConference(db, { visibility, sessions: 1 })
    await db.membership.createMany({
      data: members.map((role) => ({ conferenceId: id, userId: people.get(role) ?? '', role })),
    })
    places.set(visibility, { conference: slug, session: sessionIds[0] ?? '' })
  }
})

type Place = { conference: string; session: string }
const doors = {
  'give back': (place: Place) => giveBackAction({ ...place, field: 'title' }),
  'take again': (place: Place) => takeAgainAction({ ...place, version: '2' }),
}
// Whoever may is told that there is nothing to give back: the session is of no source.
const inside = { owner: 'NOT_FOUND', organizer: 'NOT_FOUND', steward: 'FORBIDDEN', attendee: 'FORBIDDEN' }
const allowed = {
  public: { ...inside, stranger: 'FORBIDDEN', guest: 'UNAUTHENTICATED' },
  private: { ...inside, stranger: 'NOT_FOUND', guest: 'NOT_FOUND' },
}
const cells = Object.entries(doors).flatMap(([door, run]) =>
  (['public', 'private'] as const).flatMap((visibility) =>
    Object.entries(allowed[visibility]).map(([who, answer]) => ({ door, run, visibility, who, answer })),
  ),
)

it.each(cells)(
  'answers a $who who wants to $door in a $visibility conference: $answer',
  async ({ run, visibility, who, answer }) => {
    cookie = cookies.get(who) ?? ''
    const said = await run(places.get(visibility) ?? { conference: '', session: '' })
    expect(said.ok ? 'ok' : said.reason).toBe(answer)
  },
)
