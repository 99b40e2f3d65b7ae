import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { loadBoard } from '@/lib/desk/board/server/load-board'
import { loadBoardDemand } from '@/lib/desk/board/server/load-demand'
import { loadEffect } from '@/lib/desk/board/server/load-effect'
import { loadLook, loadOutcomes } from '@/lib/desk/server/load-after'
import { listPickedPairs } from '@/lib/desk/suggest/server/picked-pairs'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { listFeedTokens } from '@/lib/feeds/token'
import { push } from '@/lib/handlers'
import { toBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { listAllConferences, listPeople } from '@/lib/operating/server/lists'
import { listTakenDown } from '@/lib/operating/server/taking-down'
import { listRunAlone } from '@/lib/people/server/delete-account'
import { listManaged, listMembers } from '@/lib/people/server/members'
import { listSignIns } from '@/lib/people/server/sign-ins'
import { consume } from '@/lib/platform/rate-limit'
import { loadMaterial } from '@/lib/recaps/server/load-material'
import { listOwnSeries, listStrayRecaps } from '@/lib/recaps/server/queries'
import { listAnnouncements } from '@/lib/rooms/server/announce'
import { loadDoor } from '@/lib/rooms/server/door'
import { loadRoomStates } from '@/lib/rooms/server/room-states'
import { listSignLinks } from '@/lib/rooms/server/sign-links'
import { listStewardLinks } from '@/lib/rooms/server/steward-links'
import { loadWall } from '@/lib/rooms/server/wall'
import { listFloors } from '@/lib/schedule/building/list-floors'
import { listDeletedConferences } from '@/lib/schedule/edit/conference-bin'
import { listChanges } from '@/lib/schedule/read/list-changes'
import { listReleases } from '@/lib/schedule/releases/list-releases'
import { listSplits } from '@/lib/schedule/splitting/list-splits'
import { granted } from './factories/granted'
import { blockOf, noteOf } from './failures/ask-server'
import { indexedDatabase } from './factories/indexed-database'

const { counting, person, conference, sessionId, room, now, wholeReadsOf } = await indexedDatabase()
const { id } = conference
const editing = granted<'editSchedule'>(id, person.id)
const at = now.toISOString()
const change = (name: string, args: object) => ({ id: randomUUID(), name, at, args })
const pushOf = async (mutation: ReturnType<typeof change>) => {
  const sent = { person: person.id, device: randomUUID(), mutations: [mutation] }
  expect((await push(counting, person, sent, now)).results).toMatchObject([{ ok: true }])
}

const asked: [what: string, run: () => Promise<unknown>][] = [
  ['the board', () => loadBoard(counting, editing)],
  ['what its moves do', () => loadEffect(counting, editing)],
  ['what is wanted on it', () => loadBoardDemand(counting, editing, now)],
  ['the overview before it begins', () => loadLook(counting, conference, new Date('2026-03-01T00:00:00Z'))],
  ['the overview afterwards', () => loadLook(counting, conference, new Date('2026-04-01T00:00:00Z'))],
  ['what became of sessions', () => loadOutcomes(counting, id)],
  ['what is picked together', () => listPickedPairs(counting, id, '2026-03-24')],
  ['the wall', () => loadWall(counting, id, now)],
  ['how full rooms are', () => loadRoomStates(counting, id, now)],
  ['a door’s sign', () => loadDoor(counting, { conferenceId: id, roomId: room.id }, now)],
  ['links of stewards', async () => listStewardLinks(counting, id)],
  ['links of signs', async () => listSignLinks(counting, id)],
  ['announcements', () => listAnnouncements(counting, id)],
  ['series of a person', async () => listOwnSeries(counting, person.id)],
  ['recaps in no series', () => listStrayRecaps(counting, person.id, now)],
  ['what a recap is made of', () => loadMaterial(counting, person, id)],
  ['members', () => listMembers(counting, id)],
  ['what somebody manages', () => listManaged(counting, person.id)],
  ['what nobody else runs', () => listRunAlone(counting, person.id)],
  ['sign-ins', () => listSignIns(counting, person.id, now)],
  ['releases', () => listReleases(counting, id)],
  ['changes', () => listChanges(counting, id)],
  ['the bin', () => listDeletedConferences(counting, person.id, now)],
  ['what was taken down', () => listTakenDown(counting, person.id)],
  ['floors', () => listFloors(counting, id)],
  ['rooms that were made several', () => listSplits(counting, id)],
  ['calendars of a person', () => listFeedTokens(counting, { userId: person.id, conferenceId: id })],
  [
    'a calendar',
    () =>
      findFeed({
        db: counting,
        token: 'x'.repeat(32),
        publicUrl: 'https://h.example',
        instanceId: 'a',
        userAgent: null,
        now,
      }),
  ],
  ['a pick that is pushed', () => pushOf(change('setPick', { sessionId, rank: 'first' }))],
  ['an attendance', () => pushOf(change('setAttendance', { sessionId, status: 'attended' }))],
  ['a block', () => pushOf(blockOf(id, 'Tea'))],
  ['a note', () => pushOf(noteOf(id, toBase64(stateOfText('hello'))))],
  ['a limit', () => consume(counting, 'writeByAccount', person.id)],
]

it.each(asked)('%s', async (_, run) => {
  const { queries, whole } = await wholeReadsOf(run)
  expect(queries).toBeGreaterThan(0)
  expect(whole).toEqual({})
})

// These look at every account and every conference, and show the first of them: a few hundred, once a day, by one
// person.
it.each<[string, () => Promise<unknown>, string[]]>([
  ['accounts', () => listPeople(counting, ''), ['User']],
  ['conferences', () => listAllConferences(counting, ''), ['Conference']],
])('reads no table whole for the operator’s %s but that itself', async (_, run, tables) => {
  const { whole } = await wholeReadsOf(run)
  expect([...new Set(Object.values(whole).flat())]).toEqual(tables)
})
