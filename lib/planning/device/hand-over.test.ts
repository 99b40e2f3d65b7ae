import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { Mutation } from '@/lib/sync/mutation'
import { attendanceWith, noAttendance } from '../said'
import { attendanceStatuses, pickRanks, type Attendance, type Block, type PickRank } from '../schema'
import { renamedBlock, standingAttendances, standingBlocks, standingPicks } from './hand-over'
import { shownAttendances, shownBlocks, shownPicks } from './shown'

type Said = Pick<Mutation, 'name' | 'args'>
const made = (said: readonly Said[]): OutboxEntry[] =>
  said.map((change, index) => ({
    order: index + 1,
    conferenceId: 'c',
    mutation: { ...change, id: `m${index}`, at: `2026-03-24T09:00:0${index % 10}.000Z` } as Mutation,
  }))
const handed = (entries: OutboxEntry[]) => entries.map(({ mutation: { id, name, args } }) => [id, name, args])

const [start, end] = ['2026-03-24T12:00:00.000Z', '2026-03-24T13:00:00.000Z']
const block = (id: string, title: string): Block => ({
  id,
  conferenceId: 'c',
  title,
  startAt: start,
  endAt: end,
  daily: false,
})

it('hands over each pick once, as it stands, under the id of the last that was said of it', () => {
  const entries = made([
    { name: 'setPick', args: { sessionId: 'a', rank: 'first', knownVersion: 4 } },
    { name: 'setPick', args: { sessionId: 'b', rank: 'first' } },
    { name: 'setPick', args: { sessionId: 'a', rank: 'planB' } },
    { name: 'dropPick', args: { sessionId: 'b' } },
    { name: 'dropPick', args: { sessionId: 'd' } },
    { name: 'setPick', args: { sessionId: 'd', rank: 'hidden' } },
    // What was read of a session that is not picked says nothing.
    { name: 'setPick', args: { sessionId: 'e', knownVersion: 7 } },
  ])
  expect(handed(standingPicks(entries))).toEqual([
    ['m2', 'setPick', { sessionId: 'a', rank: 'planB', knownVersion: 4, adds: true }],
    ['m5', 'setPick', { sessionId: 'd', rank: 'hidden', adds: true }],
  ])
})

it('hands over of an attendance what it says at the end, and no wish that was taken back', () => {
  const entries = made([
    { name: 'setAttendance', args: { sessionId: 'a', status: 'attended', findSlides: true } },
    { name: 'setAttendance', args: { sessionId: 'b', watchReplay: true, reason: 'ill' } },
    { name: 'setAttendance', args: { sessionId: 'a', findSlides: false } },
    { name: 'setAttendance', args: { sessionId: 'b', watchReplay: false, reason: '' } },
  ])
  expect(handed(standingAttendances(entries))).toEqual([
    ['m2', 'setAttendance', { sessionId: 'a', status: 'attended', adds: true }],
  ])
})

it('hands over a block whole, and of one that was handed over before only what changed since', () => {
  const entries = made([
    { name: 'setBlock', args: block('a', 'Lunch') },
    { name: 'setBlock', args: { id: 'a', conferenceId: 'c', title: 'Tea' } },
    { name: 'setBlock', args: block('b', 'Gone') },
    { name: 'dropBlock', args: { id: 'b' } },
    { name: 'setBlock', args: { id: 'before', conferenceId: 'c', daily: true } },
  ])
  expect(handed(standingBlocks(entries))).toEqual([
    ['m1', 'setBlock', { ...block('a', 'Tea'), adds: true }],
    ['m4', 'setBlock', { id: 'before', conferenceId: 'c', daily: true }],
  ])
})

it('gives another account’s block an id of one’s own, in all that is said of it', () => {
  const own = (id: string) => `own-${id}`
  const mutations = made([
    { name: 'setBlock', args: block('a', 'Lunch') },
    { name: 'dropBlock', args: { id: 'a' } },
    { name: 'dropPick', args: { sessionId: 'a' } },
  ]).map(({ mutation }) => mutation)
  expect(mutations.map((mutation) => renamedBlock(mutation, own)?.args ?? null)).toEqual([
    block('own-a', 'Lunch'),
    { id: 'own-a' },
    null,
  ])
})

const session = fc.constantFrom('a', 'b', 'd')
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    name: fc.constant('setPick' as const),
    args: fc.record({ sessionId: session, rank: fc.constantFrom(...pickRanks) }),
  }),
  fc.record({ name: fc.constant('dropPick' as const), args: fc.record({ sessionId: session }) }),
  fc.record({
    name: fc.constant('setAttendance' as const),
    args: fc.record(
      {
        sessionId: session,
        status: fc.constantFrom(...attendanceStatuses, null),
        watchReplay: fc.boolean(),
        findSlides: fc.boolean(),
        reason: fc.constantFrom('', 'ill', 'full'),
      },
      { requiredKeys: ['sessionId'] },
    ),
  }),
  fc.tuple(session, fc.constantFrom('Tea', 'Lunch')).map(([id, title]): Said => ({
    name: 'setBlock',
    args: block(id, title),
  })),
  fc.record({ name: fc.constant('dropBlock' as const), args: fc.record({ id: session }) }),
)

it('adds to an account all that a guest has at the end, takes nothing from it, and again the same', () => {
  const attendance = fc.record({
    status: fc.constantFrom(...attendanceStatuses, null),
    watchReplay: fc.boolean(),
    findSlides: fc.boolean(),
  })
  const account = fc.record({
    picks: fc.dictionary(session, fc.constantFrom(...pickRanks)),
    attendances: fc.dictionary(session, attendance),
    blocks: fc.dictionary(session, fc.constantFrom('Mine', 'My own')),
  })
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), account, (changes, { picks, attendances, blocks }) => {
      const entries = made(changes)
      const given = [standingPicks, standingAttendances, standingBlocks].flatMap((standing) => standing(entries))
      const [of, none] = [{ conferenceId: 'c' }, new Map<string, never>()]
      const rows = {
        picks: Object.entries(picks).map(([sessionId, rank]) => ({ ...of, sessionId, rank })),
        attendances: Object.entries(attendances).map(([sessionId, one]) => ({ ...of, sessionId, ...one })),
        blocks: Object.entries(blocks).map(([id, title]) => block(id, title)),
      }
      expect(shownPicks(rows.picks, given).get('c') ?? none).toEqual(
        new Map<string, PickRank>([...(shownPicks([], entries).get('c') ?? none), ...Object.entries(picks)]),
      )
      const guests: ReadonlyMap<string, Attendance> = shownAttendances([], entries).get('c') ?? none
      const shown: ReadonlyMap<string, Attendance> = shownAttendances(rows.attendances, given).get('c') ?? none
      for (const id of ['a', 'b', 'd'])
        expect(shown.get(id) ?? noAttendance).toEqual(
          attendanceWith(attendances[id] ?? noAttendance, { ...guests.get(id), adds: true }),
        )
      const titles = (all: readonly Block[] = []) => Object.fromEntries(all.map(({ id, title }) => [id, title]))
      expect(titles(shownBlocks(rows.blocks, given).get('c'))).toEqual({
        ...titles(shownBlocks([], entries).get('c')),
        ...blocks,
      })
      // What began to be handed over and was broken off is handed over as it was.
      expect([standingPicks, standingAttendances, standingBlocks].flatMap((standing) => standing(given))).toEqual(given)
    }),
    { numRuns: 60 },
  )
})
