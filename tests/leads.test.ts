import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  bringBackAction,
  discardDraftAction,
  moveOnBoardAction,
  publishDraftAction,
  takeFromDraftAction,
} from '@/lib/desk/board/server/actions'
import { loadBoard } from '@/lib/desk/board/server/load-board'
import type { Scope } from '@/lib/people/granted'
import {
  addSessionAction,
  cancelSessionAction,
  editSessionAction,
  editTrackAction,
  restoreSessionAction,
  setSessionLinksAction,
} from '@/lib/schedule/edit/actions'
import { mergeParts } from '@/lib/schedule/merging/merge-parts'
import { giveBackAction } from '@/lib/schedule/overrides/actions'
import { testDatabase } from './db'
import { signEverybodyIn, type Everybody } from './everybody'
import { hour, tray } from './factories/board'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'

// What a lead reaches by each door: sessions of the track or the co-located event that they lead, and no other.
const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
let place: Awaited<ReturnType<typeof makePlace>>
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})
beforeEach(async () => {
  place = await makePlace()
  everybody.become('lead')
})

/** A conference of three sessions: one of a track, one of a co-located event, one of neither. */
async function makePlace() {
  const { id: conferenceId, slug: conference, sessionIds } = await makeConference(db, { sessions: 3 })
  await everybody.join(conferenceId)
  const [ofTrack = '', ofDay = '', ofNeither = ''] = sessionIds
  const [code, ops] = await db.track.createManyAndReturn({
    data: ['Code', 'Ops'].map((name) => ({ conferenceId, slug: name.toLowerCase(), name, color: 1 })),
  })
  const day = await db.colocatedEvent.create({ data: { conferenceId, slug: 'wasm', name: 'Wasm Day', key: 'wasm' } })
  await db.session.update({ where: { id: ofTrack }, data: { trackId: code?.id } })
  await db.session.update({ where: { id: ofDay }, data: { colocatedId: day.id } })
  return { conferenceId, conference, ofTrack, ofDay, ofNeither, code: code?.id ?? '', ops: ops?.id ?? '', day: day.id }
}

function lead(scope: { trackId?: string; colocatedId?: string }) {
  const { conferenceId } = place
  return db.membership.update({
    where: { conferenceId_userId: { conferenceId, userId: everybody.idOf('lead') } },
    data: { trackId: null, colocatedId: null, ...scope },
  })
}

const form = { title: 'Rust', dayOn: '2026-03-24', start: '09:00', end: '10:00', kind: 'talk' } as const
const said = async (answer: Promise<{ ok: boolean; reason?: string }>) => {
  const { ok, reason } = await answer
  return ok ? 'ok' : reason
}

/** What a door answers for the session of the track, of the co-located event, and of neither. */
async function heard(knock: (session: string) => Promise<{ ok: boolean; reason?: string }>) {
  const { ofTrack, ofDay, ofNeither } = place
  return [await said(knock(ofTrack)), await said(knock(ofDay)), await said(knock(ofNeither))]
}

const doors = {
  edit: (session: string) => editSessionAction({ conference: place.conference, session, track: place.code, ...form }),
  cancel: (session: string) => cancelSessionAction({ conference: place.conference, session }),
  restore: (session: string) => restoreSessionAction({ conference: place.conference, session }),
  link: (session: string) =>
    setSessionLinksAction({
      conference: place.conference,
      session,
      slidesUrl: 'https://slides.example',
      replayUrl: '',
    }),
  move: (sessionId: string) =>
    moveOnBoardAction({ conference: place.conference, seen: 0, moves: [{ sessionId, place: tray }] }),
  'take from the draft': (session: string) =>
    takeFromDraftAction({ conference: place.conference, seen: 9, sessionIds: [session] }),
}

describe.each(Object.entries(doors))('%s', (_name, knock) => {
  it('is for sessions of what is led', async () => {
    await lead({ trackId: place.code })
    expect(await heard(knock)).toEqual(['ok', 'FORBIDDEN', 'FORBIDDEN'])
    await lead({ colocatedId: place.day })
    expect(await heard(knock)).toEqual(['FORBIDDEN', 'ok', 'FORBIDDEN'])
    await lead({})
    expect(await heard(knock)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  })
})

it('gives back what somebody decided in sessions of what is led alone', async () => {
  await lead({ trackId: place.code })
  const back = (id: string) => giveBackAction({ conference: place.conference, id, field: 'title' })
  // Nobody decided anything.
  expect(await heard(back)).toEqual(['NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'])
})

it('takes no session out of what is led, nor adds one to another', async () => {
  const { conference, conferenceId, ofTrack: session, code, ops, day } = place
  await lead({ trackId: code })
  const edit = (track: string) => said(editSessionAction({ conference, session, track, ...form }))
  const add = (track: string) => said(addSessionAction({ conference, track, ...form }))
  expect([await edit(ops), await edit(''), await add(ops), await add(''), await add(code)]).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'ok',
  ])
  await lead({ colocatedId: day })
  expect(await add(ops)).toBe('ok')
  expect(await db.session.count({ where: { conferenceId, title: 'Rust', trackId: ops, colocatedId: day } })).toBe(1)
})

it('neither draws nor publishes nor discards, nor edits a track', async () => {
  const { conference, code } = place
  await lead({ trackId: code })
  const created = { title: 'Drawn', kind: 'talk' as const }
  const drawn = [{ sessionId: crypto.randomUUID(), place: hour(12), created }]
  expect([
    await said(moveOnBoardAction({ conference, seen: 0, moves: drawn })),
    await said(publishDraftAction({ conference, seen: { draft: 0, program: 1 }, note: '' })),
    await said(discardDraftAction({ conference })),
    await said(editTrackAction({ conference, track: code, name: 'Mine', color: '2' })),
  ]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
})

it('moves all or none, and brings back what was of what is led', async () => {
  const { conference, ofTrack, ofNeither, code } = place
  await lead({ trackId: code })
  const move = (...ids: string[]) =>
    moveOnBoardAction({ conference, seen: 0, moves: ids.map((sessionId) => ({ sessionId, place: tray })) })
  expect([await said(move(ofTrack, ofNeither)), await said(move(ofTrack))]).toEqual(['FORBIDDEN', 'ok'])
  everybody.become('organizer')
  await move(ofNeither)
  const both = await takeFromDraftAction({ conference, seen: 9, sessionIds: [ofTrack, ofNeither] })
  const version = both.ok ? both.value.version : 0
  everybody.become('lead')
  expect(await said(bringBackAction({ conference, version }))).toBe('FORBIDDEN')
})

it('is told on the board what is theirs to move', async () => {
  const { conferenceId, ofTrack, ofDay, code, day } = place
  const mine = async (scope: Scope | null) => (await loadBoard(db, granted(conferenceId, '', scope))).mine
  expect([
    await mine(null),
    await mine({ trackId: code, colocatedId: null }),
    await mine({ trackId: null, colocatedId: day }),
    await mine({ trackId: null, colocatedId: null }),
  ]).toEqual([null, [ofTrack], [ofDay], []])
})

it('leads what their track became', async () => {
  const { conferenceId, ofTrack, code, ops } = place
  await lead({ trackId: code })
  await mergeParts(
    db,
    granted(conferenceId, everybody.idOf('owner')),
    { kind: 'track', part: code, into: ops },
    new Date(),
  )
  expect(await said(doors.cancel(ofTrack))).toBe('ok')
})
