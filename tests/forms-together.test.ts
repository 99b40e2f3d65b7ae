import { beforeEach, expect, it, vi } from 'vitest'
import {
  editRoomAction,
  editSessionAction,
  editSpeakerAction,
  editTrackAction,
  setSessionLinksAction,
  updateConferenceAction,
} from '@/lib/schedule/edit/actions'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { signIn } from './front-door'
import { sendCookie } from './next-headers'

vi.mock('next/headers', () => import('@/tests/next-headers'))

// Two organizers have the same form open. What one of them writes and the other does not touch stays, and what both
// write is refused to the second, who says what they saw.

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url

let place = { conferenceId: '', conference: '', session: '', rooms: ['', ''], track: '', speaker: '' }
beforeEach(async () => {
  const { id: conferenceId, slug: conference, sessionIds } = await makeConference(db, { sessions: 1 })
  const { user, cookie } = await signIn(db)
  sendCookie(cookie)
  await db.membership.create({ data: { conferenceId, userId: user.id, role: 'owner' } })
  const rooms = await Promise.all(
    ['hall', 'loft'].map(async (slug) => (await db.room.create({ data: { conferenceId, slug, name: slug } })).id),
  )
  const { id: track } = await db.track.create({ data: { conferenceId, slug: 'code', name: 'Code', color: 1 } })
  const { id: speaker } = await db.speaker.create({ data: { conferenceId, slug: 'eve', name: 'Eve' } })
  place = { conferenceId, conference, session: sessionIds[0] ?? '', rooms, track, speaker }
})

type Form = Record<string, string>
type Case = {
  shown: () => Form
  save: (form: Form) => Promise<{ ok: boolean; reason?: string }>
  first: () => Form
  second: Form
  read: () => Promise<object | null>
  after: () => object
}

const cases: Record<string, Case> = {
  'a session': {
    shown: () => ({
      ...{ title: 'Session 1', dayOn: '2026-03-24', start: '09:00', end: '10:00', kind: 'talk', room: '', track: '' },
      ...{ speakers: '', description: '', language: '', capacity: '', level: '' },
    }),
    save: (form) =>
      editSessionAction({ conference: place.conference, session: place.session, ...form } as Parameters<
        typeof editSessionAction
      >[0]),
    first: () => ({ start: '15:10', end: '16:00', room: place.rooms[1] ?? '', description: 'More' }),
    second: { language: 'en' },
    read: () =>
      db.session.findUnique({
        where: { id: place.session },
        select: { startAt: true, language: true, description: true, rooms: { select: { roomId: true } } },
      }),
    after: () => ({
      startAt: new Date('2026-03-24T14:10:00Z'),
      language: 'en',
      description: 'More',
      rooms: [{ roomId: place.rooms[1] }],
    }),
  },
  'a session’s links': {
    shown: () => ({ slidesUrl: '', replayUrl: '' }),
    save: (form) =>
      setSessionLinksAction({ conference: place.conference, session: place.session, ...form } as Parameters<
        typeof setSessionLinksAction
      >[0]),
    first: () => ({ slidesUrl: 'https://example.org/slides' }),
    second: { replayUrl: 'https://example.org/replay' },
    read: () => db.session.findUnique({ where: { id: place.session }, select: { slidesUrl: true, replayUrl: true } }),
    after: () => ({ slidesUrl: 'https://example.org/slides', replayUrl: 'https://example.org/replay' }),
  },
  'a room': {
    shown: () => ({ name: 'hall', floor: '', zone: '', capacity: '', capacityKind: 'seats' }),
    save: (form) =>
      editRoomAction({ conference: place.conference, room: place.rooms[0], ...form } as Parameters<
        typeof editRoomAction
      >[0]),
    first: () => ({ capacity: '123', zone: 'North' }),
    second: { floor: '2' },
    read: () =>
      db.room.findUnique({ where: { id: place.rooms[0] }, select: { capacity: true, zone: true, floor: true } }),
    after: () => ({ capacity: 123, zone: 'North', floor: '2' }),
  },
  'a speaker': {
    shown: () => ({ name: 'Eve', company: '', tagline: '', bio: '' }),
    save: (form) =>
      editSpeakerAction({ conference: place.conference, speaker: place.speaker, ...form } as Parameters<
        typeof editSpeakerAction
      >[0]),
    first: () => ({ tagline: 'Writes compilers' }),
    second: { company: 'Acme' },
    read: () => db.speaker.findUnique({ where: { id: place.speaker }, select: { tagline: true, company: true } }),
    after: () => ({ tagline: 'Writes compilers', company: 'Acme' }),
  },
  'a track': {
    shown: () => ({ name: 'Code', color: '1' }),
    save: (form) =>
      editTrackAction({ conference: place.conference, track: place.track, ...form } as Parameters<
        typeof editTrackAction
      >[0]),
    first: () => ({ name: 'Programming' }),
    second: { color: '7' },
    read: () => db.track.findUnique({ where: { id: place.track }, select: { name: true, color: true } }),
    after: () => ({ name: 'Programming', color: 7 }),
  },
  'who may see a conference': {
    shown: () => ({
      ...{ name: place.conference, timeZone: 'Europe/Paris', language: 'en', venue: '', url: '', visibility: 'public' },
    }),
    save: (form) =>
      updateConferenceAction({ conference: place.conference, ...form } as Parameters<typeof updateConferenceAction>[0]),
    first: () => ({ visibility: 'private' }),
    second: { venue: 'Harbour Hall' },
    read: () =>
      db.conference.findUnique({ where: { id: place.conferenceId }, select: { visibility: true, venue: true } }),
    after: () => ({ visibility: 'private', venue: 'Harbour Hall' }),
  },
}

function caseOf(name: string): Case {
  const found = cases[name]
  if (!found) throw new Error(name)
  return found
}

it.each(Object.entries(cases))(
  '%s: what the other wrote stays',
  async (_, { shown, save, first, second, read, after }) => {
    const seen = JSON.stringify(shown())
    expect(await save({ ...shown(), ...first(), seen })).toMatchObject({ ok: true })
    expect(await save({ ...shown(), ...second, seen })).toMatchObject({ ok: true })
    expect(await read()).toEqual(after())
  },
)

it.each([
  ['a session', 'start', '08:00'],
  ['a session’s links', 'slidesUrl', 'https://example.org/other'],
  ['a room', 'capacity', '5'],
  ['a speaker', 'tagline', 'Other'],
  ['a track', 'name', 'Other'],
])('%s: what both wrote is refused to the second', async (name, field, other) => {
  const { shown, save, first, read } = caseOf(name)
  const seen = JSON.stringify(shown())
  await save({ ...shown(), ...first(), seen })
  const before = await read()
  expect(await save({ ...shown(), [field]: other, seen })).toEqual({ ok: false, reason: 'CHANGED_MEANWHILE' })
  expect(await read()).toEqual(before)
})

it('writes all where a form does not say what it showed, or says nonsense', async () => {
  const form = { ...caseOf('a room').shown(), capacity: '7' }
  for (const seen of [undefined, '', '{', '[]', '{"name":1}'])
    expect(await caseOf('a room').save({ ...form, ...(seen !== undefined && { seen }) })).toMatchObject({ ok: true })
})
