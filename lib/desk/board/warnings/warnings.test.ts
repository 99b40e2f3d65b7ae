import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { withMoves, type Board, type BoardMove, type BoardSession } from '../board'
import type { BoardDemand } from '../demand-facts'
import { indexBoard } from './board-index'
import { newWarnings, warningsOf } from './list-warnings'
import { warn, type WarningFacts } from './warning'
import { warningWords } from './warning-words'

const at = (time: string) => `2027-06-01T${time}:00.000Z`
type Given = Partial<Omit<BoardSession, 'id' | 'startAt' | 'endAt'>>
const session = (id: string, start: string | null, end: string | null, given: Given = {}): BoardSession => ({
  ...{ id, slug: id, number: 1, title: id, language: null, kind: 'talk', trackId: null, parentId: null },
  ...{ speakerIds: [], roomIds: ['hall'], capacity: null, dayOn: '2027-06-01' },
  ...given,
  startAt: start && at(start),
  endAt: end && at(end),
})
const room = (id: string, given: Partial<Board['rooms'][number]> = {}) => ({
  ...{ id, name: id, zone: null, floor: null, capacity: null, allowsOverlap: false },
  ...given,
})
const frame = session('frame', '08:00', '18:00', { roomIds: [], kind: 'service' })

type Around = Partial<Board> & { demand?: BoardDemand }
function board(sessions: BoardSession[], { demand, ...given }: Around = {}) {
  const facts = { rooms: ['hall', 'loft'].map((id) => room(id)), speakers: [], walks: [], ...given }
  return indexBoard({ ...facts, sessions: [...sessions, frame] }, [...sessions, frame], demand ?? null)
}
const ofFirst = ([first, ...others]: [BoardSession, ...BoardSession[]], around?: Around) =>
  warningsOf(board([first, ...others], around), [first])

describe('a room', () => {
  const talk = session('a', '09:00', '10:00')
  it('is needed twice where two are in it at once', () => {
    expect(ofFirst([talk, session('b', '09:30', '10:30'), session('c', '10:00', '11:00')])).toEqual([
      { kind: 'roomTwice', severity: 'error', key: 'roomTwice a b', sessionIds: ['a', 'b'], roomId: 'hall' },
    ])
  })

  it.each([
    ['the other is elsewhere', session('b', '09:00', '10:00', { roomIds: ['loft'] })],
    ['the other is in the tray', session('b', null, null)],
    ['the other contains it', session('b', '08:00', '18:00', { kind: 'container' })],
    ['the other is part of it', session('b', '09:00', '09:30', { parentId: 'a' })],
  ])('is not where %s', (_, other) => {
    expect(ofFirst([talk, other])).toEqual([])
  })

  it('is not where it takes several', () => {
    const rooms = [room('hall', { allowsOverlap: true })]
    expect(ofFirst([talk, session('b', '09:00', '10:00')], { rooms })).toEqual([])
  })
})

describe('a speaker', () => {
  const talk = session('a', '09:00', '10:00', { speakerIds: ['ann'] })
  const other = (start: string, end: string) => session('b', start, end, { speakerIds: ['ann'], roomIds: ['loft'] })

  it('is needed in two places', () => {
    expect(ofFirst([talk, other('09:30', '10:30')])).toEqual([
      ...[{ kind: 'speakerTwice', severity: 'error', key: 'speakerTwice ann a b', sessionIds: ['a', 'b'] }].map(
        (warning) => ({ ...warning, speakerId: 'ann' }),
      ),
    ])
  })

  it('has no time to walk, before or after; the time that was measured counts', () => {
    const rooms = [room('hall', { zone: 'North' }), room('loft', { zone: 'South' })]
    const walks = [{ from: 'North', to: 'South', minutes: 12 }]
    const said = (start: string, end: string) => ofFirst([talk, other(start, end)], { rooms, walks })
    const late = { kind: 'noTimeToWalk', severity: 'warning', key: 'noTimeToWalk ann a b', sessionIds: ['a', 'b'] }
    expect(said('10:10', '11:00')).toEqual([{ ...late, speakerId: 'ann', walkMinutes: 12, freeMinutes: 10 }])
    expect(said('08:00', '08:50')).toEqual([{ ...late, speakerId: 'ann', walkMinutes: 12, freeMinutes: 10 }])
    expect(said('10:12', '11:00')).toEqual([])
  })

  it('cannot be there', () => {
    const speakers = [{ id: 'ann', name: 'Ann', away: [{ startAt: at('09:45'), endAt: at('12:00') }] }]
    const warning = { kind: 'speakerAway', severity: 'error', key: 'speakerAway ann a', sessionIds: ['a'] }
    expect(ofFirst([talk], { speakers })).toEqual([{ ...warning, speakerId: 'ann', span: speakers[0]?.away[0] }])
    expect(ofFirst([session('a', '08:45', '09:45', { speakerIds: ['ann'] })], { speakers })).toEqual([])
  })
})

describe('people', () => {
  const demand: BoardDemand = { picks: {}, expected: { a: 120 }, together: [['a', 'b', 30]] }
  const rooms = [room('hall', { capacity: 80 }), room('loft')]
  const talk = session('a', '09:00', '10:00')

  it('are more than there are places for', () => {
    const warning = { kind: 'tooSmall', severity: 'warning', key: 'tooSmall a', sessionIds: ['a'] }
    expect(ofFirst([talk], { demand, rooms })).toEqual([{ ...warning, expected: 120, capacity: 80 }])
    expect(ofFirst([{ ...talk, capacity: 120 }], { demand, rooms })).toEqual([])
    expect(ofFirst([{ ...talk, roomIds: ['loft'] }], { demand, rooms })).toEqual([])
  })

  it('picked both of two that are on at once', () => {
    const both = (start: string, end: string) =>
      ofFirst([{ ...talk, capacity: 200 }, session('b', start, end, { roomIds: ['loft'] })], { demand, rooms })
    const warning = { kind: 'pickedBoth', severity: 'warning', key: 'pickedBoth a b', sessionIds: ['a', 'b'] }
    expect(both('09:30', '10:30')).toEqual([{ ...warning, people: 30 }])
    expect(both('10:00', '10:30')).toEqual([])
  })
})

describe('a break', () => {
  const lunch = session('lunch', '12:00', '13:00', { kind: 'break', roomIds: ['foyer'] })
  const warning = { kind: 'breakGone', severity: 'warning' }
  const taken = { ...warning, key: 'breakGone a lunch', sessionIds: ['lunch', 'a'] }

  it('is gone when it has no time, or a talk was put over it', () => {
    const index = board([session('a', '09:00', '10:00'), lunch])
    const inTray = { ...lunch, startAt: null, endAt: null }
    expect(warningsOf(index, [inTray])).toEqual([{ ...warning, key: 'breakGone lunch', sessionIds: ['lunch'] }])
    expect(warningsOf(index, [session('a', '12:30', '13:30')])).toEqual([taken])
    expect(warningsOf(index, [session('lunch', '09:30', '10:30', { ...lunch })])).toEqual([taken])
  })

  it('is taken by each that was put over it, and each has its own warning', () => {
    const index = board([session('a', '09:00', '10:00'), session('b', '10:00', '11:00', { roomIds: ['loft'] }), lunch])
    const both = [session('a', '12:00', '12:30'), session('b', '12:00', '12:30', { roomIds: ['loft'] })]
    const all = [taken, { ...taken, key: 'breakGone b lunch', sessionIds: ['lunch', 'b'] }]
    expect(warningsOf(index, both)).toEqual(all)
  })

  it('is none for everybody where something was on before', () => {
    const index = board([session('a', '09:00', '10:00'), session('b', '12:00', '13:00', { roomIds: ['loft'] }), lunch])
    expect(warningsOf(index, [session('a', '12:30', '13:30')])).toEqual([])
  })
})

it('says what is outside its day, and on a day of its own', () => {
  const index = board([session('a', '09:00', '10:00')])
  const hours = { startAt: at('08:00'), endAt: at('18:00') }
  const warning = { kind: 'outsideDay', severity: 'hint', key: 'outsideDay a', sessionIds: ['a'] }
  expect(warningsOf(index, [session('a', '17:30', '18:30')])).toEqual([{ ...warning, hours }])
  expect(warningsOf(index, [session('a', '09:00', '10:00', { dayOn: '2027-06-03' })])).toEqual([
    { ...warning, hours: null },
  ])
})

it('is silent of hours that a programme hardly has yet, where its sessions wait in the tray', () => {
  const programme = (timed: number, waiting: number) => [
    ...Array.from({ length: timed }, (_, nth) => session(`t${nth}`, '09:00', '10:00')),
    ...Array.from({ length: waiting }, (_, nth) => session(`w${nth}`, null, null)),
  ]
  const facts = { rooms: [room('hall')], speakers: [], walks: [] }
  const said = (sessions: BoardSession[], moved: BoardSession) =>
    warningsOf(indexBoard({ ...facts, sessions }, sessions, null), [{ ...moved, roomIds: [] }]).map(({ kind }) => kind)
  const [elsewhen, elsewhere] = [
    session('w0', '11:00', '12:00'),
    session('w0', '09:00', '10:00', { dayOn: '2027-06-03' }),
  ]
  expect([said(programme(0, 3), elsewhen), said(programme(0, 3), elsewhere)]).toEqual([[], []])
  expect([said(programme(1, 2), elsewhen), said(programme(1, 2), elsewhere)]).toEqual([[], []])
  expect([said(programme(2, 2), elsewhen), said(programme(2, 2), elsewhere)]).toEqual([['outsideDay'], ['outsideDay']])
  expect(said([], elsewhen)).toEqual([])
  // Of a later day most may wait, though the days before are arranged.
  const waiting = session('w1', null, null, { dayOn: '2027-06-03' })
  expect(said([...programme(2, 0), waiting], elsewhere)).toEqual([])
})

it('looks at several that are dragged at once where they are put, not where they were', () => {
  const [a, b, c] = [session('a', '09:00', '10:00'), session('b', '10:00', '11:00'), session('c', '11:00', '12:00')]
  const index = board([a, b, c])
  const shifted = [session('a', '10:00', '11:00'), session('b', '11:00', '12:00')]
  expect(warningsOf(index, shifted).map(({ key }) => key)).toEqual(['roomTwice b c'])
})

it('says what a draft brings, and not what was so before', () => {
  const published = [
    session('a', '09:00', '10:00'),
    session('b', '09:30', '10:30'),
    session('c', '11:00', '12:00'),
    frame,
  ]
  const facts = { rooms: [room('hall')], speakers: [], walks: [], sessions: published }
  const move: BoardMove = {
    ...{ sessionId: 'a', title: 'a', from: null, userId: null, by: null, at: at('07:00') },
    place: { dayOn: '2027-06-01', startAt: at('10:00'), endAt: at('11:30'), roomIds: ['hall'] },
  }
  const before = indexBoard(facts, published, null)
  const after = indexBoard(facts, withMoves(published, [move]), null)
  expect(newWarnings(before, after, ['a']).map(({ key }) => key)).toEqual(['roomTwice a c'])
})

it.each(languages)('has a sentence in %s that names what it is about', (language) => {
  const speaker = { speakerId: 'ann' }
  const hours = { startAt: at('08:00'), endAt: at('18:00') }
  const all: [WarningFacts, string[]][] = [
    [{ kind: 'roomTwice', roomId: 'hall' }, ['a', 'b']],
    [{ kind: 'speakerTwice', ...speaker }, ['a', 'b']],
    [{ kind: 'speakerAway', ...speaker, span: hours }, ['a']],
    [{ kind: 'noTimeToWalk', ...speaker, walkMinutes: 12, freeMinutes: 5 }, ['a', 'b']],
    [{ kind: 'tooSmall', expected: 1200, capacity: 80 }, ['a']],
    [{ kind: 'pickedBoth', people: 30 }, ['a', 'b']],
    [{ kind: 'breakGone' }, ['a']],
    [{ kind: 'breakGone' }, ['a', 'b']],
    [{ kind: 'outsideDay', hours }, ['a']],
    [{ kind: 'outsideDay', hours: null }, ['a']],
  ]
  const names = { session: (id: string) => `Talk ${id}`, room: () => 'the Hall', speaker: () => 'Ann Lee' }
  const say = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'manage.board.warning' })
  const said = all.map(([facts, ids]) => {
    const warning = warn(facts, ids)
    return say(warning.kind, warningWords(warning, names)).replace(/[\u2066-\u2069]/g, '')
  })
  expect(said.map((text) => ['Talk a', 'Talk b', 'the Hall', 'Ann Lee'].filter((name) => text.includes(name)))).toEqual(
    [
      ['Talk a', 'Talk b', 'the Hall'],
      ['Talk a', 'Talk b', 'Ann Lee'],
      ['Talk a', 'Ann Lee'],
      ['Talk a', 'Talk b', 'Ann Lee'],
      ['Talk a'],
      ['Talk a', 'Talk b'],
      ['Talk a'],
      ['Talk a', 'Talk b'],
      ['Talk a'],
      ['Talk a'],
    ],
  )
  expect(new Set(said).size).toBe(all.length)
})
