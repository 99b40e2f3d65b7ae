import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import {
  addRoomAction,
  addSessionAction,
  addTrackAction,
  cancelSessionAction,
  deleteConferenceAction,
  editRoomAction,
  editSessionAction,
  editSpeakerAction,
  editTrackAction,
  restoreConferenceAction,
  restoreSessionAction,
  sayDifferentAction,
  setSessionLinksAction,
  setWalksAction,
  takeBackDifferentAction,
  updateConferenceAction,
} from './actions'
import { deleteConference } from './conference-bin'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

async function makePlace(visibility: 'public' | 'private') {
  const { id: conferenceId, slug: conference, sessionIds } = await makeConference(db, { visibility, sessions: 1 })
  await everybody.join(conferenceId)
  const [room = '', other = ''] = await Promise.all(
    ['Hall', 'Loft'].map(
      async (name, position) =>
        (await db.room.create({ data: { conferenceId, slug: name.toLowerCase(), name, zone: name, position } })).id,
    ),
  )
  const { id: track } = await db.track.create({ data: { conferenceId, slug: 'code', name: 'Code', color: 1 } })
  const { id: speaker } = await db.speaker.create({ data: { conferenceId, slug: 'eve', name: 'Eve' } })
  return { conferenceId, conference, session: sessionIds[0] ?? '', room, other, track, speaker }
}
type Place = Awaited<ReturnType<typeof makePlace>>

const sessionForm = { title: 'Rust', dayOn: '2026-03-24', start: '09:00', end: '10:00', kind: 'talk' } as const
const roomForm = { floor: '1', zone: '', capacity: '80', capacityKind: 'seats' } as const
const conferenceForm = { name: 'Conf', timeZone: 'Europe/Paris', language: 'fr' } as const

// Each can be walked through twice: by an organizer, and then by the owner.
const doors = {
  'add a session': ({ conference }: Place) => addSessionAction({ conference, ...sessionForm }),
  'edit a session': ({ conference, session }: Place) => editSessionAction({ conference, session, ...sessionForm }),
  'cancel a session': ({ conference, session }: Place) => cancelSessionAction({ conference, session }),
  'restore a session': ({ conference, session }: Place) => restoreSessionAction({ conference, session }),
  'say where its slides are': ({ conference, session }: Place) =>
    setSessionLinksAction({ conference, session, slidesUrl: 'https://slides.example/1', replayUrl: '' }),
  'add a room': ({ conference }: Place) => addRoomAction({ conference, name: randomUUID(), ...roomForm }),
  'edit a room': ({ conference, room }: Place) => editRoomAction({ conference, room, name: 'Hall A', ...roomForm }),
  'edit a speaker': ({ conference, speaker }: Place) => editSpeakerAction({ conference, speaker, name: 'Eva' }),
  'say how long a walk is': ({ conference }: Place) =>
    setWalksAction({ conference, cells: [{ from: 'Hall', to: 'Loft', minutes: 4 }] }),
  'add a track': ({ conference }: Place) => addTrackAction({ conference, name: randomUUID(), color: '2' }),
  'edit a track': ({ conference, track }: Place) => editTrackAction({ conference, track, name: 'Ops', color: '3' }),
  'say that two are different': ({ conference, room, other }: Place) =>
    sayDifferentAction({ conference, part: room, other }),
  'take that back': ({ conference, room, other }: Place) => takeBackDifferentAction({ conference, part: room, other }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (_door, run) => {
    const place = await makePlace(visibility)
    expect(await everybody.ask(() => run(place))).toEqual(answersFor(['organizer', 'owner'], visibility))
  })

  it('lets organizers say what it is', async () => {
    const { conference } = await makePlace(visibility)
    const say = () => updateConferenceAction({ conference, ...conferenceForm, visibility })
    expect(await everybody.ask(say)).toEqual(answersFor(['organizer', 'owner'], visibility))
  })

  it('lets its owner alone delete it', async () => {
    const { conference } = await makePlace(visibility)
    const answers = answersFor(['owner'], visibility)
    expect(await everybody.ask(() => deleteConferenceAction({ conference }))).toEqual(answers)
  })

  it('lets its owner alone bring it back, and tells nobody else that it was', async () => {
    const { conferenceId } = await makePlace(visibility)
    await deleteConference(db, granted(conferenceId), new Date())
    const nowhere = 'NOT_FOUND'
    expect(await everybody.ask(() => restoreConferenceAction({ conferenceId }))).toEqual({
      ...{ guest: 'UNAUTHENTICATED', stranger: nowhere, attendee: nowhere, steward: nowhere, organizer: nowhere },
      ...{ lead: nowhere, owner: 'ok', blocked: 'BLOCKED' },
    })
  })
})

it("ends at another conference's sessions, rooms, tracks and speakers", async () => {
  const [here, there] = [await makePlace('public'), await makePlace('public')]
  const stored = () =>
    db.conference.findUniqueOrThrow({
      where: { id: there.conferenceId },
      include: {
        sessions: true,
        rooms: { orderBy: { slug: 'asc' } },
        tracks: true,
        speakers: true,
        differentParts: true,
      },
    })
  everybody.become('owner')
  await sayDifferentAction({ conference: there.conference, part: there.room, other: there.other })
  const before = await stored()
  const reach = { ...there, conference: here.conference }
  // What names no part of a conference reaches nowhere else.
  const { 'add a session': _s, 'add a room': _r, 'add a track': _t, 'say how long a walk is': _w, ...others } = doors
  const heard: Record<string, string> = {}
  for (const [door, run] of Object.entries(others)) {
    const said = await run(reach)
    heard[door] = said.ok ? 'ok' : said.reason
  }
  expect(heard).toEqual({
    ...Object.fromEntries(Object.keys(others).map((door) => [door, 'NOT_FOUND'])),
    // Of two of which nobody here said that they are different there is nothing to take back.
    'take that back': 'ok',
  })
  expect(await stored()).toEqual(before)
})
