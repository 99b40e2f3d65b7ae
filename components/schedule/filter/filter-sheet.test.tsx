// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ComponentProps } from 'react'
import { expect, it } from 'vitest'
import type { SessionFilter } from '@/lib/planning/search/search'
import { partsOf } from '@/lib/program/agenda-parts'
import { said, show } from '@/tests/show'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { DayTabs } from '../day-tabs'
import { FilterChips } from './filter-chips'
import { FilterSheet } from './filter-sheet'
import { RankControl } from '../rank-control'
import { SearchBox } from '../search-box'

const agenda = agendaOf(
  [
    talk('rust', { track: 'ml', rooms: ['hall'], language: 'fr', colocated: 'day', level: 'Expert' }),
    talk('go', { track: 'code', rooms: ['hall', 'gone'], language: 'en', colocated: 'eve', level: 'Beginner' }),
    talk('c', { track: 'code', rooms: ['hall'], colocated: 'eve' }),
  ],
  {
    rooms: [{ id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' }],
    colocatedEvents: [
      { id: 'day', slug: 'rust-day', name: 'Rust Day' },
      { id: 'eve', slug: 'eve', name: 'Eve of Go' },
    ],
    tracks: [
      { id: 'code', slug: 'code', name: 'Code', color: 1 },
      { id: 'ml', slug: 'learning', name: 'Learning', color: 2, formerly: ['ml'] },
      { id: 'art', slug: 'art', name: 'Art', color: 3 },
    ],
  },
)
const parts = partsOf(agenda)

/** Draws the sheet; what is asked for goes into the list that is returned. */
function sheet(given: Partial<ComponentProps<typeof FilterSheet>> = {}): (SessionFilter | 'closed')[] {
  const asked: (SessionFilter | 'closed')[] = []
  show(
    <FilterSheet
      sessions={agenda.sessions}
      parts={parts}
      hidden={0}
      shown={3}
      filters={{}}
      onChange={(filters) => asked.push(filters)}
      onClose={() => asked.push('closed')}
      {...given}
    />,
  )
  return asked
}

const check = (name: string | RegExp) => userEvent.click(screen.getByRole('checkbox', { name }))

it('offers what can divide the day, with how many sessions each leaves, co-located events first', () => {
  sheet()
  expect(said()).toEqual([
    'dialog "Filter this day":',
    '  heading "Filter this day"',
    '  button "Close"',
    '  Co-located events',
    '  checkbox "Eve of Go 2"',
    '  checkbox "Rust Day 1"',
    '  My plan',
    '  checkbox "Only mine"',
    '  checkbox "Fits my plan"',
    '  Tracks',
    '  checkbox "Code 2"',
    '  checkbox "Learning 1"',
    '  Languages',
    '  checkbox "English 1"',
    '  checkbox "French 1"',
    '  Levels',
    '  checkbox "Beginner 1"',
    '  checkbox "Expert 1"',
    '  button "Clear all"',
    '  button "Show 3 sessions"',
  ])
})

it('keeps what narrows it already in sight, also by the name that a track had before, and what I hid', () => {
  sheet({ filters: { room: ['hall'], track: ['ml'], onlyFree: true }, hidden: 2, shown: 1 })
  expect(said().filter((line) => /checked|hid|Show|Hall/.test(line))).toEqual([
    '  checkbox "Fits my plan" (checked)',
    '  checkbox "Show what I hid 2"',
    '  checkbox "Learning 1" (checked)',
    '  checkbox "Hall 3" (checked)',
    '  button "Show 1 session"',
  ])
})

it('narrows, widens and clears, and keeps the other filters', async () => {
  const before = { track: ['code', 'ml'], onlyFree: true, hidden: true }
  const asked = sheet({ filters: before })
  await check('French 1')
  await check('Learning 1')
  await check('Only mine')
  await check('Fits my plan')
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  await userEvent.click(screen.getByRole('button', { name: /^Show/ }))
  expect(asked).toEqual([
    { ...before, language: ['fr'] },
    { ...before, track: ['code'] },
    { ...before, onlyMine: true },
    { ...before, onlyFree: undefined },
    {},
    'closed',
  ])
})

it('says what is chosen as chips that can be taken away, one by one or all at once', async () => {
  const asked: SessionFilter[] = []
  const filters = { track: ['ml', 'code'], room: ['nowhere'], onlyMine: true }
  const chips = (given: SessionFilter) => (
    <FilterChips agenda={agenda} parts={parts} filters={given} onChange={(next) => asked.push(next)} />
  )
  show(chips(filters))
  expect(said()).toEqual([
    'group "Chosen filters":',
    '  button "Take away: Learning"',
    '  button "Take away: Code"',
    '  button "Take away: nowhere"',
    '  button "Take away: Only mine"',
    '  button "Clear all"',
  ])
  for (const button of screen.getAllByRole('button')) await userEvent.click(button)
  expect(asked).toEqual([
    { ...filters, track: ['code'] },
    { ...filters, track: ['ml'] },
    { ...filters, room: [] },
    { ...filters, onlyMine: undefined },
    {},
  ])
  show(chips({ hidden: true }))
  expect(said()).toEqual(['group "Chosen filters":', '  button "Take away: Show what I hid"'])
  show(chips({}))
  expect(said()).toEqual([])
})

it('has the days as addresses, the present one marked', () => {
  const days = [
    { date: '2026-03-24', label: 'Tue 24' },
    { date: '2026-03-25', label: 'Wed 25' },
  ]
  show(<DayTabs conference="one" days={days} current="2026-03-25" name="Days" />)
  expect(said()).toEqual(['navigation "Days":', '  link "Tue 24"', '  link "Wed 25" (current)'])
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/c/one/schedule/2026-03-24',
    '/c/one/schedule/2026-03-25',
  ])
})

it('searches as one types, comes by its keys from anywhere, and is closed by Escape', async () => {
  const asked: string[] = []
  let focused = 0
  function Search() {
    const [isOpen, setOpen] = useState(false)
    const onClose = () => {
      setOpen(false)
      asked.push('closed')
    }
    const onChange = (value: string) => asked.push(value)
    return (
      <SearchBox
        value=""
        isOpen={isOpen}
        onOpen={() => setOpen(true)}
        onFocus={() => focused++}
        {...{ onClose, onChange }}
      />
    )
  }
  show(<Search />)
  const box = screen.getByRole('searchbox')
  await userEvent.keyboard('k')
  expect(document.activeElement).not.toBe(box)
  await userEvent.keyboard('{Control>}k{/Control}')
  expect([document.activeElement === box, focused]).toEqual([true, 1])
  await userEvent.keyboard('ru{Escape}')
  expect(asked).toEqual(['r', 'u', 'closed'])
})

it('makes a pick one rank or another, and none of them by the same again', async () => {
  const ranks: unknown[] = []
  show(<RankControl title="Rust" rank="planB" onRank={(rank) => ranks.push(rank)} />)
  expect(said()).toEqual([
    'group "Pick: Rust":',
    '  button "I want to go"',
    '  button "Plan B" (pressed)',
    '  button "Hide"',
  ])
  for (const button of screen.getAllByRole('button')) await userEvent.click(button)
  expect(ranks).toEqual(['first', undefined, 'hidden'])
})
