import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { testDatabase } from '@/tests/db'
import { hour, makeBoard, tray } from '@/tests/factories/board'
import type { BoardPlace } from '../board'
import { movesSchema } from '../schema'
import { bringBack, discardDraft, takeFromDraft } from './discard-moves'
import { setIgnored } from './ignored-warnings'
import { loadBoard, loadDraft } from './load-board'
import { moveOnBoard } from './move-on-board'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  board = await makeBoard(db)
})

type Asked = { sessionId: string; place: BoardPlace; created?: { title: string; kind: 'talk' | 'break' } }
const move = (who: 'ann' | 'bo', asked: Asked[], seen = 0, at = now) =>
  moveOnBoard(db, board[who].granted, { moves: movesSchema.parse(asked), seen, timeZone: 'Europe/Paris' }, at)
const draft = async () => (await loadDraft(db, board.ann.granted)).draft
const moves = async () => (await draft()).moves.map(({ sessionId, place }) => [sessionId, place])

it('is shared: who moved what, from where, and when; the public sees the programme as it was', async () => {
  const { ann, bo, first, second, hall, loft, conference } = board
  expect(await move('ann', [{ sessionId: first, place: hour(12, loft) }])).toEqual({
    ...{ ok: true, version: 1, overtaken: [] },
  })
  await move('bo', [{ sessionId: second, place: tray }], 1)
  const { draft: shared, planned, version, ...shown } = await loadBoard(db, ann.granted)
  const at = now.toISOString()
  expect([version, planned, shared]).toEqual([
    1,
    null,
    {
      version: 2,
      moves: [
        {
          sessionId: first,
          title: 'Session 1',
          place: hour(12, loft),
          from: hour(8, hall),
          userId: ann.id,
          by: ann.name,
          at,
        },
        { sessionId: second, title: 'Session 2', place: tray, from: hour(9, hall), userId: bo.id, by: bo.name, at },
      ],
      ignored: [],
    },
  ])
  expect(await loadDraft(db, bo.granted)).toEqual({ version: 1, draft: shared, planned: null })
  const rest = { language: null, kind: 'talk', capacity: null, trackId: null, parentId: null, speakerIds: [] }
  expect(shown).toEqual({
    timeZone: 'Europe/Paris',
    days: ['2026-03-24'],
    rooms: [
      { id: hall, name: 'Hall', zone: null, floor: null, capacity: 100, allowsOverlap: false },
      { id: loft, name: 'Loft', zone: null, floor: null, capacity: 50, allowsOverlap: false },
    ],
    tracks: [],
    speakers: [],
    walks: [],
    mine: null,
    sessions: conference.sessionIds.map((id, index) => ({
      ...{ id, number: index + 1, title: `Session ${index + 1}`, slug: `${index + 1}-session-${index + 1}` },
      ...rest,
      ...hour(8 + index, hall),
    })),
  })
})

it('changes nothing when the same arrives twice, and forgets a session that is put back where it is', async () => {
  const asked = [{ sessionId: board.first, place: hour(12, board.loft) }]
  await move('ann', asked)
  expect(await move('ann', asked, 0, later(1))).toEqual({ ok: true, version: 1, overtaken: [] })
  expect((await draft()).moves.map(({ at }) => at)).toEqual([now.toISOString()])
  expect(await move('ann', [{ sessionId: board.first, place: hour(8, board.hall) }], 1)).toMatchObject({ version: 2 })
  expect(await draft()).toEqual({ version: 2, moves: [], ignored: [] })
})

it('names whoever has no name by their address, without its host', async () => {
  const { ann, first, loft } = board
  await db.user.update({ where: { id: ann.id }, data: { name: ' ', email: `nameless.${ann.id}@example.org` } })
  await move('ann', [{ sessionId: first, place: hour(12, loft) }])
  expect((await draft()).moves.map(({ by }) => by)).toEqual([`nameless.${ann.id}`])
})

it('keeps what two organizers move at once, and of one session the later’s, who is told', async () => {
  const { first, second, third, loft, hall, bo } = board
  const both = await Promise.all([
    move('ann', [{ sessionId: first, place: hour(12, loft) }]),
    move('bo', [{ sessionId: second, place: hour(13, loft) }]),
  ])
  expect(both.map((said) => said.ok && said.version).sort()).toEqual([1, 2])
  await move('bo', [{ sessionId: third, place: hour(14, loft) }], 2)
  expect(await move('ann', [{ sessionId: third, place: hour(15, hall) }], 2)).toEqual({
    ...{ ok: true, version: 4, overtaken: [{ sessionId: third, place: hour(14, loft), by: bo.name }] },
  })
  expect(new Map(await moves().then((all) => all.map(([id, place]) => [id, place] as const)))).toEqual(
    new Map([
      [first, hour(12, loft)],
      [second, hour(13, loft)],
      [third, hour(15, hall)],
    ]),
  )
})

describe('a move that expects a session somewhere', () => {
  type Expected = { place: BoardPlace; of: 'board' | 'draft' }
  const expecting = (asked: { sessionId: string; place: BoardPlace; expected: Expected }[]) =>
    moveOnBoard(db, board.ann.granted, { moves: movesSchema.parse(asked), seen: 9, timeZone: 'Europe/Paris' }, now)

  it('moves nothing where one was moved by another since, and says who has it where', async () => {
    const { first, second, third, hall, loft, bo } = board
    const [home, suggested] = [hour(8, hall), hour(12, loft)]
    await move('ann', [
      { sessionId: first, place: suggested },
      { sessionId: second, place: hour(13, loft) },
      { sessionId: third, place: hour(14, loft) },
    ])
    await move('bo', [{ sessionId: first, place: hour(15, loft) }], 1)
    await takeFromDraft(db, bo.granted, { sessionIds: [third], seen: 9 }, now)
    const back = [
      { sessionId: first, place: home, expected: { place: suggested, of: 'draft' as const } },
      { sessionId: second, place: hour(9, hall), expected: { place: hour(13, loft), of: 'draft' as const } },
      { sessionId: third, place: hour(10, hall), expected: { place: hour(14, loft), of: 'draft' as const } },
    ]
    const before = await draft()
    const said = await expecting(back)
    expect([said, await draft()]).toEqual([
      {
        ...{ ok: false, reason: 'moved-meanwhile' },
        elsewhere: [
          { sessionId: first, place: hour(15, loft), by: bo.name },
          { sessionId: third, place: null, by: null },
        ],
      },
      before,
    ])
    expect(await expecting(back.filter(({ sessionId }) => sessionId === second))).toMatchObject({ ok: true })
    expect(await moves()).toEqual([[first, hour(15, loft)]])
  })

  it('looks at the programme where the draft has nothing of it, if it was seen on the board', async () => {
    const { first, hall, loft } = board
    const from = (place: BoardPlace) => [
      { sessionId: first, place: hour(12, loft), expected: { place, of: 'board' as const } },
    ]
    expect(await expecting(from(hour(9, hall)))).toEqual({
      ...{ ok: false, reason: 'moved-meanwhile' },
      elsewhere: [{ sessionId: first, place: hour(8, hall), by: null }],
    })
    expect(await expecting(from(hour(8, hall)))).toEqual({ ok: true, version: 1, overtaken: [] })
  })
})

it('tells whoever takes a session out of the draft that another had moved it unseen', async () => {
  const { ann, bo, first, loft } = board
  await move('ann', [{ sessionId: first, place: hour(12, loft) }])
  await move('bo', [{ sessionId: first, place: hour(15, loft) }], 1)
  expect(await takeFromDraft(db, ann.granted, { sessionIds: [first], seen: 1 }, now)).toEqual({
    ...{ version: 3, taken: 1 },
    overtaken: [{ sessionId: first, place: hour(15, loft), by: bo.name }],
  })
})

it('draws a session, whose title and place can change until it is taken out again', async () => {
  const sessionId = randomUUID()
  await move('ann', [{ sessionId, place: hour(12, board.loft), created: { title: 'Lunch', kind: 'break' } }])
  await move('bo', [{ sessionId, place: hour(13, board.loft) }], 1)
  expect((await draft()).moves).toEqual([
    {
      ...{ sessionId, title: 'Lunch', created: { title: 'Lunch', kind: 'break' }, from: null },
      ...{ place: hour(13, board.loft), userId: board.bo.id, by: board.bo.name, at: now.toISOString() },
    },
  ])
  expect(await takeFromDraft(db, board.ann.granted, { sessionIds: [sessionId], seen: 2 }, now)).toEqual({
    ...{ version: 3, taken: 1, overtaken: [] },
  })
  expect(await moves()).toEqual([])
})

describe('refuses all of it', () => {
  const refused = async (asked: Asked[]) => {
    const good = { sessionId: board.first, place: hour(12, board.loft) }
    const said = await move('ann', [good, ...asked]).catch((error: { code: string }) => error.code)
    return [said, await draft()]
  }
  const untouched = { version: 0, moves: [], ignored: [] }

  it('where a session is another conference’s or none, be it drawn', async () => {
    const other = await makeBoard(db)
    const place = hour(12, board.loft)
    expect(await refused([{ sessionId: other.first, place }])).toEqual(['NOT_FOUND', untouched])
    const created = { title: 'Mine', kind: 'talk' as const }
    expect(await refused([{ sessionId: other.first, place, created }])).toEqual(['NOT_FOUND', untouched])
    expect(await refused([{ sessionId: randomUUID(), place }])).toEqual(['NOT_FOUND', untouched])
    expect(await refused([{ sessionId: board.second, place: hour(12, other.hall) }])).toEqual(['NOT_FOUND', untouched])
  })

  it('where it would begin on another date', async () => {
    const place = { ...hour(12), dayOn: '2026-03-22' }
    expect(await refused([{ sessionId: board.second, place }])).toEqual(['INVALID', untouched])
  })

  it('where a session was cancelled', async () => {
    await setCancelled(db, board.bo.granted, board.second, true, now)
    expect(await refused([{ sessionId: board.second, place: tray }])).toEqual([
      { ok: false, reason: 'sessions-gone', sessionIds: [board.second] },
      untouched,
    ])
  })
})

it('lets a night have its hours after midnight', async () => {
  const place = { ...hour(23, board.loft), dayOn: '2026-03-24' }
  expect(await move('ann', [{ sessionId: board.first, place }])).toMatchObject({ ok: true })
})

it('knows a room by what it became', async () => {
  const { first, hall, loft, conference } = board
  await move('ann', [{ sessionId: first, place: hour(12, loft) }])
  await db.merge.create({
    data: {
      ...{ conferenceId: conference.id, kind: 'room', partId: loft, intoId: hall, name: 'Loft', intoName: 'Hall' },
      moved: {},
    },
  })
  expect(await moves()).toEqual([[first, hour(12, hall)]])
})

describe('what is taken out', () => {
  it('can be brought back within 30 days, but for what was moved anew or is gone', async () => {
    const { ann, bo, first, second, third, loft } = board
    await move('ann', [
      { sessionId: first, place: hour(12, loft) },
      { sessionId: second, place: hour(13, loft) },
      { sessionId: third, place: hour(14, loft) },
    ])
    expect(await discardDraft(db, bo.granted, now)).toEqual({ version: 2, taken: 3 })
    expect([await moves(), await discardDraft(db, bo.granted, now)]).toEqual([[], { version: 2, taken: 0 }])
    await move('bo', [{ sessionId: second, place: tray }], 2)
    await setCancelled(db, bo.granted, third, true, now)
    await expect(bringBack(db, ann.granted, 2, later(31))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await bringBack(db, ann.granted, 2, later(29))).toEqual({ version: 4, brought: 1 })
    expect(await moves()).toEqual([
      [second, tray],
      [first, hour(12, loft)],
    ])
    expect(await bringBack(db, ann.granted, 2, later(29))).toEqual({ version: 4, brought: 0 })
  })

  it('is nothing where nothing was', async () => {
    await expect(bringBack(db, board.ann.granted, 0, now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await takeFromDraft(db, board.ann.granted, { sessionIds: [board.first], seen: 0 }, now)).toEqual({
      ...{ version: 0, taken: 0, overtaken: [] },
    })
  })
})

it('remembers which warnings somebody has seen', async () => {
  const say = (isIgnored: boolean) => setIgnored(db, board.ann.granted, { key: 'room a b', isIgnored }, now)
  expect([await say(true), await say(true), (await draft()).ignored]).toEqual([
    { version: 1 },
    { version: 1 },
    ['room a b'],
  ])
  expect([await say(false), (await draft()).ignored]).toEqual([{ version: 2 }, []])
})
