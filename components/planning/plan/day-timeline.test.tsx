// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { placeBlocks } from '@/lib/planning/blocks'
import { planConflicts } from '@/lib/planning/conflict-options'
import { passagesTo } from '@/lib/planning/passages'
import { planDays } from '@/lib/planning/plan'
import type { Block, PickRank } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { said, show } from '@/tests/show'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { DayTimeline } from './day-timeline'

const room = (id: string, zone: string) => ({ id, slug: id, name: id, zone, capacityKind: 'seats' }) as const
const rooms = [room('Hall', 'North'), room('Loft', 'South')]
const rust = talk('rust', { ...at('09:00', '10:00'), title: 'Rust', rooms: ['Hall'] })
const go = talk('go', { ...at('09:30', '10:30'), title: 'Go', rooms: ['Loft'], replay: 'https://video.example/go' })
const again = talk('again', {
  title: 'Rust',
  dayOn: '2026-03-25',
  startAt: '2026-03-25T14:00:00.000Z',
  endAt: '2026-03-25T15:00:00.000Z',
})
const block: Block = {
  id: 'b',
  conferenceId: 'c',
  title: 'Podcast',
  startAt: '2026-03-24T08:30:00.000Z',
  endAt: '2026-03-24T09:30:00.000Z',
  daily: false,
}

const likely = { state: 'nearlyFull', word: 'Likely full', age: '', text: 'Likely full', isLikelyFull: true } as const

type Given = {
  sessions?: AgendaSession[]
  ranks?: Partial<Record<string, PickRank>>
  blocks?: Block[]
  language?: 'en' | 'fr'
  now?: string
  /** What is likely to be full. */ full?: string
}

/** Draws 24 March in Paris with all sessions of that day picked; what is done goes into the list that is returned. */
function day({ sessions = [], ranks = {}, blocks = [], language = 'en', now = '2026-03-24T06:00:00Z', full }: Given) {
  const done: unknown[] = []
  const agenda = agendaOf([...sessions, again], { rooms })
  const picks = new Map(sessions.map(({ id }) => [id, ranks[id] ?? 'first'] as const))
  const placed = placeBlocks(blocks, agenda.days, 'Europe/Paris')
  const [plan] = planDays(agenda, picks, placed)
  const parts = partsOf(agenda)
  const first = sessions.filter(({ id }) => picks.get(id) === 'first')
  show(
    <DayTimeline
      conference="one"
      day="2026-03-24"
      entries={plan?.entries ?? []}
      conflicts={planConflicts(agenda, picks, placed, new Date(now))}
      parts={parts}
      ways={passagesTo(first, agenda, parts)}
      timeZone="Europe/Paris"
      now={new Date(now)}
      isToday
      roomOf={({ id }) => (id === full ? likely : undefined)}
      onOpen={({ id }) => done.push(['open', id])}
      onBlock={({ id }) => done.push(['block', id])}
      onFree={() => done.push(['free'])}
      onRank={({ id }, rank) => done.push([id, rank])}
      onSwap={({ id }, other) => done.push([id, 'for', other.id])}
    />,
    language,
  )
  return done
}

it('says a clash where it is, and what settles it beside each of both', () => {
  day({ sessions: [rust, go] })
  expect(said()).toEqual([
    '10:00–11:00',
    'Hall',
    'link "Rust"',
    'group "Rust":',
    '  button "Make it plan B: Rust"',
    '  button "Drop: Rust"',
    '  button "Take it at Wed 25 Mar 15:00"',
    'Both on for 30 min · Rust / Go',
    '10:30–11:30',
    'Loft',
    'link "Go"',
    'group "Go":',
    '  button "Make it plan B: Go"',
    '  button "Drop: Go"',
    '  link "Recorded: watch the replay"',
  ])
})

it('says of three at once in one line that they are, in both languages', () => {
  const zig = talk('zig', { ...at('09:00', '09:45'), title: 'Zig', rooms: ['Hall'] })
  const ocaml = talk('ocaml', { ...at('09:00', '10:00'), title: 'OCaml', rooms: ['Hall'] })
  const lines = () => said().filter((line) => !/button|group/.test(line))
  day({ sessions: [rust, zig, ocaml] })
  expect(lines()).toEqual([
    '3 at once, for up to 1 h',
    ...['10:00–11:00', 'Hall', 'link "Rust"'],
    ...['10:00–11:00', 'Hall', 'link "OCaml"'],
    ...['10:00–10:45', 'Hall', 'link "Zig"'],
  ])
  day({ sessions: [rust, zig, ocaml], language: 'fr' })
  expect(lines()[0]).toBe('3 en même temps, jusqu’à 1 h')
})

it('drops, keeps as plan B, and takes the same at another time, with one tap', async () => {
  const done = day({ sessions: [rust, go] })
  for (const name of ['Drop: Go', 'Make it plan B: Rust', 'Take it at Wed 25 Mar 15:00'])
    await userEvent.click(screen.getByRole('button', { name }))
  expect(done).toEqual([
    ['go', undefined],
    ['rust', 'planB'],
    ['rust', 'for', 'again'],
  ])
})

it('folds a plan B under its first choice, and takes it with one tap', async () => {
  const done = day({ sessions: [rust, go], ranks: { go: 'planB' } })
  expect(said()).toEqual([
    '10:00–11:00',
    'Hall',
    'link "Rust"',
    'Plan B · Loft',
    'link "Go"',
    'button "Take instead: Go"',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Take instead: Go' }))
  await userEvent.click(screen.getByRole('link', { name: 'Go' }))
  expect(done).toEqual([
    ['rust', 'for', 'go'],
    ['open', 'go'],
  ])
})

it('says what cannot be reached, when to leave, and what collides with a time of one’s own, in both languages', () => {
  const late = talk('late', { ...at('10:02', '11:00'), title: 'Late', rooms: ['Loft'] })
  const next = talk('next', { ...at('11:30', '12:00'), title: 'Next', rooms: ['Hall'] })
  const lines = () => said().filter((line) => /min|Podcast|libre|free/.test(line))
  day({ sessions: [rust, late, next], blocks: [block] })
  expect(lines()).toEqual([
    'button "Podcast"',
    'On for 30 min during Podcast',
    'You would be 3 min late · Rust / Late',
    'button "12:00–12:30 free What is on?"',
    'Leave by 12:22 (5 min on foot, 3 min early)',
  ])
  day({ sessions: [rust, late, next], blocks: [block], language: 'fr' })
  expect(lines()).toEqual([
    'button "Podcast"',
    '30 min pendant Podcast',
    'Vous auriez 3 min de retard · Rust / Late',
    'button "12:00–12:30 libre Quoi à cette heure ?"',
    'Partir avant 12:22 (5 min à pied, 3 min d’avance)',
  ])
})

it('says when to leave for what is likely to be full as early as can be, in numbers that add up', () => {
  const next = talk('next', { ...at('10:10', '11:00'), title: 'Next', rooms: ['Loft'] })
  const lines = () => said().filter((line) => line.includes('Leave'))
  day({ sessions: [rust, next] })
  expect(lines()).toEqual(['Leave by 11:02 (5 min on foot, 3 min early)'])
  day({ sessions: [rust, next], full: 'next' })
  expect(lines()).toEqual(['Leave by 11:00 (5 min on foot, 5 min early)'])
})

it('says how long what is on still is, and that a cancelled one leaves its time free', () => {
  const off = talk('off', { ...at('10:30', '11:00'), title: 'Off', status: 'cancelled' })
  const last = talk('last', { ...at('11:00', '12:00'), title: 'Last' })
  day({ sessions: [rust, off, last], now: '2026-03-24T09:45:00Z' })
  expect(said()).toEqual([
    '10:00–11:00',
    'Hall',
    'link "Rust"',
    'Now · 15 min left',
    'button "11:00–12:00 free What is on?"',
    '11:30–12:00',
    'Cancelled',
    'link "Off"',
    '12:00–13:00',
    'link "Last"',
  ])
})

it('lets a name turn nothing around, and shows markup as it is written', () => {
  day({
    sessions: [{ ...rust, title: '<b onclick=x>Rust</b>' }],
    blocks: [{ ...block, title: '\u202Eשלום' }],
  })
  expect(document.querySelector('b')).toBe(null)
  expect(said()).toEqual([
    '09:30–10:30',
    'button "שלום"',
    'my own time',
    'On for 30 min during \u2068שלום\u2069',
    '10:00–11:00',
    'Hall',
    'link "<b onclick=x>Rust</b>"',
    'group "<b onclick=x>Rust</b>":',
    '  button "Make it plan B: <b onclick=x>Rust</b>"',
    '  button "Drop: <b onclick=x>Rust</b>"',
  ])
})
