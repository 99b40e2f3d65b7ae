import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import {
  announceAction,
  createStewardLinkAction,
  muteReportsAction,
  revokeStewardLinkAction,
  unmuteReportsAction,
  withdrawAnnouncementAction,
} from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

type Place = { slug: string; room: string; link: string; announcement: string }
const places = new Map<string, Place>()
const cookies = new Map([['guest', '']])

beforeAll(async () => {
  const members = ['owner', 'organizer', 'steward', 'attendee'] as const
  const people = new Map<string, string>()
  for (const who of [...members, 'stranger']) {
    const { user, cookie: sent } = await signIn(db)
    people.set(who, user.id)
    cookies.set(who, sent)
  }
  for (const visibility of ['public', 'private'] as const) {
    const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
    await db.membership.createMany({
      data: members.map((role) => ({ conferenceId: id, userId: people.get(role) ?? '', role })),
    })
    const room = await db.room.create({ data: { conferenceId: id, slug: 'hall', name: 'Hall' } })
    const link = await db.stewardLink.create({
      data: { conferenceId: id, roomId: room.id, tokenHash: id, name: 'Door' },
    })
    const announcement = await db.announcement.create({ data: { conferenceId: id, body: 'Hello' } })
    places.set(visibility, { slug, room: room.id, link: link.id, announcement: announcement.id })
  }
})

const placeOf = (visibility: string): Place =>
  places.get(visibility) ?? { slug: '', room: '', link: '', announcement: '' }
const doors = {
  announce: ({ slug }: Place) => announceAction({ conference: slug, audience: 'all', body: 'Lunch', language: 'en' }),
  'announce to a room': ({ slug, room }: Place) =>
    announceAction({ conference: slug, audience: `room:${room}`, body: 'Lunch', language: 'en' }),
  withdraw: ({ slug, announcement }: Place) => withdrawAnnouncementAction({ conference: slug, announcement }),
  mute: ({ slug, room }: Place) => muteReportsAction({ conference: slug, room, lasts: 'on' }),
  unmute: ({ slug, room }: Place) => unmuteReportsAction({ conference: slug, room }),
  'make a link': ({ slug, room }: Place) => createStewardLinkAction({ conference: slug, room, name: 'Ann' }),
  'end a link': ({ slug, link }: Place) => revokeStewardLinkAction({ conference: slug, link }),
}
const allowed: Record<string, Record<string, string>> = {
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
  Object.entries(allowed).flatMap(([visibility, row]) =>
    Object.entries(row).map(([who, answer]) => ({ door, run, visibility, who, answer })),
  ),
)

it.each(cells)(
  'answers a $who who wants to $door in a $visibility conference: $answer',
  async ({ run, visibility, who, answer }) => {
    cookie = cookies.get(who) ?? ''
    const said = await run(placeOf(visibility))
    expect(said.ok ? 'ok' : said.reason).toBe(answer)
  },
)

describe("an organizer's reach", () => {
  it("ends at another conference's rooms and announcements", async () => {
    cookie = cookies.get('owner') ?? ''
    const [here, there] = [placeOf('public'), placeOf('private')]
    const before = await db.announcement.findUniqueOrThrow({ where: { id: there.announcement } })
    expect([
      await announceAction({ conference: here.slug, audience: `room:${there.room}`, body: 'x', language: 'en' }),
      await muteReportsAction({ conference: here.slug, room: there.room, lasts: 'day' }),
      await withdrawAnnouncementAction({ conference: here.slug, announcement: there.announcement }),
      await announceAction({ conference: 'nowhere', audience: 'all', body: 'x', language: 'en' }),
    ]).toEqual([
      { ok: false, reason: 'NOT_FOUND' },
      { ok: false, reason: 'NOT_FOUND' },
      { ok: true, value: undefined },
      { ok: false, reason: 'NOT_FOUND' },
    ])
    expect(await db.announcement.findUniqueOrThrow({ where: { id: there.announcement } })).toEqual(before)
  })

  it.each([
    ['nothing', { body: '  ' }],
    ['too much', { body: 'x'.repeat(501) }],
    ['huge texts', { body: 'x'.repeat(5_000_000) }],
    ['to nobody', { audience: 'room:all' }],
    ['in no language', { language: 'xx' }],
  ])('does not let them say %s', async (_, wrong) => {
    cookie = cookies.get('owner') ?? ''
    expect(
      await announceAction({
        conference: placeOf('public').slug,
        audience: 'all',
        body: 'Hello',
        language: 'en',
        ...wrong,
      }),
    ).toMatchObject({ ok: false, reason: 'INVALID' })
  })

  it('keeps hostile texts as texts', async () => {
    cookie = cookies.get('owner') ?? ''
    const body = '<script>alert(1)</script>\u202e "x" \u0000'
    expect(
      await announceAction({ conference: placeOf('public').slug, audience: 'all', body, language: 'fr' }),
    ).toMatchObject({ ok: true })
    expect(await db.announcement.count({ where: { body: '<script>alert(1)</script>\u202e "x"' } })).toBe(1)
  })
})
