import { expect, it } from 'vitest'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { Mutation } from '@/lib/sync/mutation'
import type { PickRank, SetPick } from '../schema'
import { shownAttendances, shownBlocks, shownKnown, shownPicks, shownSeen } from './shown'

const row = (sessionId: string, updatedAt?: string, statusAt?: string) => ({
  sessionId,
  conferenceId: 'c',
  status: 'attended' as const,
  watchReplay: false,
  findSlides: false,
  ...(updatedAt && { updatedAt }),
  ...(statusAt && { statusAt }),
})
const entry = (order: number, args: { sessionId: string; status?: 'attended'; findSlides?: true; adds?: true }) => ({
  order,
  conferenceId: 'c',
  mutation: { id: String(order), at: '2026-03-24T09:00:03.000Z', name: 'setAttendance' as const, args },
})
const order = (...given: Parameters<typeof shownAttendances>) => [
  ...(shownAttendances(...given)
    .get('c')
    ?.keys() ?? []),
]

it('gives attendances in the order in which they were said', () => {
  const rows = [row('a', '2026-03-24T09:00:02.000Z'), row('b', '2026-03-24T09:00:01.000Z'), row('c')]
  expect(order(rows, [])).toEqual(['c', 'b', 'a'])
  expect(order(rows, [entry(1, { sessionId: 'c', status: 'attended' })])).toEqual(['b', 'a', 'c'])
  // A wish that reached the server later.
  const wished = row('b', '2026-03-24T09:00:09.000Z', '2026-03-24T09:00:01.000Z')
  expect(order([row('a', '2026-03-24T09:00:02.000Z'), wished, row('c')], [])).toEqual(['c', 'b', 'a'])
  // Of where somebody is these say nothing.
  const said = [
    entry(1, { sessionId: 'c', findSlides: true }),
    entry(2, { sessionId: 'b', status: 'attended', adds: true }),
  ]
  expect(order(rows, said)).toEqual(['c', 'b', 'a'])
})

type Said = Pick<Mutation, 'name' | 'args'>
/** What was made on this device, in order; `refused` by the server where that is said. */
const made = (...said: (Said & Pick<OutboxEntry, 'refused'>)[]): OutboxEntry[] =>
  said.map(({ refused, ...change }, index) => ({
    order: index + 1,
    conferenceId: 'c',
    mutation: { ...change, id: `m${index}`, at: '2026-03-24T09:00:00.000Z' } as Mutation,
    ...(refused && { refused }),
  }))
const pick = (args: Partial<SetPick>): Said => ({ name: 'setPick', args: { sessionId: 's', ...args } })
const drop: Said = { name: 'dropPick', args: { sessionId: 's' } }

it.each<[string, [PickRank, number?] | null, OutboxEntry[], [PickRank?, number?]]>([
  ['what the server told', ['first', 3], [], ['first', 3]],
  ['another rank, and what it knew', ['first', 3], made(pick({ rank: 'planB' })), ['planB', 3]],
  ['what was read, and its rank', ['first', 3], made(pick({ knownVersion: 5 })), ['first', 5]],
  ['nothing after a drop', ['first', 3], made(drop), []],
  ['nothing for what was read of what is not picked', null, made(pick({ knownVersion: 5 })), [undefined, 5]],
  ['the last of many', ['first', 3], made(drop, pick({ rank: 'hidden', knownVersion: 4 })), ['hidden', 4]],
  ['nothing of what was refused', ['first', 3], made({ ...drop, refused: 'FORBIDDEN' }), ['first', 3]],
  [
    'what stands, where a guest’s only adds',
    ['first', 3],
    made(pick({ rank: 'planB', knownVersion: 9, adds: true })),
    ['first', 3],
  ],
  ['a guest’s, where nothing stands', null, made(pick({ rank: 'planB', knownVersion: 9, adds: true })), ['planB', 9]],
])('shows of a pick %s', (_name, told, entries, [rank, known]) => {
  const rows = told ? [{ sessionId: 's', conferenceId: 'c', rank: told[0], knownVersion: told[1] }] : []
  expect([shownPicks(rows, entries).get('c')?.get('s'), shownKnown(rows, entries).get('c')?.get('s')]).toEqual([
    rank,
    known,
  ])
})

it('shows blocks by their beginning, each in its conference, with what was changed of them laid over', () => {
  const block = (id: string, hour: number, conferenceId = 'c') => ({
    id,
    conferenceId,
    title: id,
    startAt: `2026-03-24T${hour}:00:00.000Z`,
    endAt: `2026-03-24T${hour + 1}:00:00.000Z`,
    daily: false,
  })
  const rows = [block('late', 15), block('gone', 11), { ...block('other', 10, 'd'), updatedAt: 'then' }, block('b', 12)]
  const entries = made(
    { name: 'setBlock', args: { id: 'late', conferenceId: 'c', title: 'Tea' } },
    { name: 'dropBlock', args: { id: 'gone' } },
    // Dropped elsewhere: too little is known of it here.
    { name: 'setBlock', args: { id: 'elsewhere', conferenceId: 'c', title: 'Tea' } },
    { name: 'setBlock', args: block('a', 12) },
    { name: 'setBlock', args: { ...block('b', 16), adds: true } },
    { name: 'setBlock', args: block('refused', 9), refused: 'NOT_FOUND' },
  )
  expect([...shownBlocks(rows, entries)]).toEqual([
    ['d', [block('other', 10, 'd')]],
    ['c', [block('a', 12), block('b', 12), { ...block('late', 15), title: 'Tea' }]],
  ])
})

it('takes back that changes were seen only where nothing was seen since', () => {
  const seen = (version: number, undoes?: number): Said => ({
    name: 'acknowledgeChanges',
    args: { conferenceId: 'c', version, ...(undoes !== undefined && { undoes }) },
  })
  const shown = (...said: Said[]) => shownSeen([{ conferenceId: 'c', version: 4 }], made(...said)).get('c')
  expect([
    shown(),
    shown(seen(7)),
    shown(seen(2)),
    shown(seen(7), seen(4, 7)),
    shown(seen(7), seen(9), seen(4, 7)),
    shownSeen([], made(seen(0), seen(3))).get('c'),
  ]).toEqual([4, 7, 4, 4, 9, 3])
})
