import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import {
  announceAction,
  createDoorLinksAction,
  createSignLinksAction,
  createStewardLinkAction,
  muteReportsAction,
  revokeSignLinkAction,
  revokeSignLinksAction,
  revokeStewardLinkAction,
  revokeStewardLinksAction,
  unmuteReportsAction,
  withdrawAnnouncementAction,
} from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

type Place = { slug: string; room: string; link: string; announcement: string }
const places = new Map<string, Place>()
let everybody: Everybody

beforeAll(async () => {
  everybody = await signEverybodyIn(db)
  for (const visibility of visibilities) {
    const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
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
  'make cards': ({ slug }: Place) => createDoorLinksAction({ conference: slug, name: 'Card' }),
  'end cards': ({ slug, link }: Place) => revokeStewardLinksAction({ conference: slug, links: [link] }),
  'make signs': ({ slug }: Place) => createSignLinksAction({ conference: slug, room: null }),
  'end signs': ({ slug, link }: Place) => revokeSignLinksAction({ conference: slug, links: [link] }),
  'end a sign': ({ slug, link }: Place) => revokeSignLinkAction({ conference: slug, link }),
  'end a link': ({ slug, link }: Place) => revokeStewardLinkAction({ conference: slug, link }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (_door, run) => {
    expect(await everybody.ask(() => run(placeOf(visibility)))).toEqual(answersFor(['organizer', 'owner'], visibility))
  })
})

describe("an organizer's reach", () => {
  it("ends at another conference's rooms and announcements", async () => {
    everybody.become('owner')
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
    everybody.become('owner')
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
    everybody.become('owner')
    const body = '<script>alert(1)</script>\u202e "x" \u0000'
    expect(
      await announceAction({ conference: placeOf('public').slug, audience: 'all', body, language: 'fr' }),
    ).toMatchObject({ ok: true })
    expect(await db.announcement.count({ where: { body: '<script>alert(1)</script>\u202e "x"' } })).toBe(1)
  })
})
