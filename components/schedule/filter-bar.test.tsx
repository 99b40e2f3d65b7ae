// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { expect, it } from 'vitest'
import type { SessionFilter } from '@/lib/planning/search'
import { partsOf } from '@/lib/program/agenda-parts'
import { said, show } from '@/tests/show'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { DayTabs } from './day-tabs'
import { FilterBar } from './filter-bar'
import { RankControl } from './rank-control'
import { SearchBox } from './search-box'

const agenda = agendaOf(
  [
    talk('rust', { track: 'ml', rooms: ['hall'], language: 'fr' }),
    talk('go', { track: 'code', rooms: ['hall', 'gone'], language: 'en' }),
  ],
  {
    rooms: [{ id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' }],
    tracks: [
      { id: 'code', slug: 'code', name: 'Code', color: 1 },
      { id: 'ml', slug: 'learning', name: 'Learning', color: 2, formerly: ['ml'] },
      { id: 'art', slug: 'art', name: 'Art', color: 3 },
    ],
  },
)

/** Draws the bar; what is asked for goes into the list that is returned. */
function bar(given: Partial<ComponentProps<typeof FilterBar>> = {}): SessionFilter[] {
  const asked: SessionFilter[] = []
  show(
    <FilterBar
      sessions={agenda.sessions}
      parts={partsOf(agenda)}
      hidden={0}
      filters={{}}
      onChange={(filters) => asked.push(filters)}
      {...given}
    />,
  )
  return asked
}

it('offers what can divide the day, by name', () => {
  bar()
  expect(said()).toEqual([
    'group "Filters":',
    '  combobox "Track": "" of ["All tracks","Code","Learning"]',
    '  combobox "Language": "" of ["All languages","en","fr"]',
    '  button "Fits my plan"',
  ])
})

it('keeps what narrows it already in sight, also by the name that a track had before', () => {
  bar({ filters: { room: 'hall', track: 'ml', onlyFree: true }, hidden: 2 })
  expect(said()).toEqual([
    'group "Filters":',
    '  combobox "Track": "learning" of ["All tracks","Code","Learning"]',
    '  combobox "Room": "hall" of ["All rooms","Hall"]',
    '  combobox "Language": "" of ["All languages","en","fr"]',
    '  button "Fits my plan" (pressed)',
    '  button "Show hidden (2)"',
    '  button "Clear filters"',
  ])
})

it('narrows, widens and clears, and keeps the other filters', async () => {
  const asked = bar({ filters: { track: 'code', onlyFree: true, hidden: true } })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'fr')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Track' }), '')
  await userEvent.click(screen.getByRole('button', { name: 'Fits my plan' }))
  await userEvent.click(screen.getByRole('button', { name: /^Show hidden/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  const before = { track: 'code', onlyFree: true, hidden: true }
  expect(asked).toEqual([
    { ...before, language: 'fr' },
    { ...before, track: undefined },
    { ...before, onlyFree: undefined },
    { ...before, hidden: undefined },
    {},
  ])
})

it('begins to narrow to what is free for me, and to unfold what I hid', async () => {
  const asked = bar({ hidden: 1 })
  await userEvent.click(screen.getByRole('button', { name: 'Fits my plan' }))
  await userEvent.click(screen.getByRole('button', { name: 'Show hidden (1)' }))
  expect(asked).toEqual([{ onlyFree: true }, { hidden: true }])
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

it('searches as one types, comes by its keys from anywhere, and is emptied by Escape', async () => {
  const asked: string[] = []
  let focused = 0
  show(<SearchBox value="" onFocus={() => focused++} onChange={(value) => asked.push(value)} />)
  const box = screen.getByRole('searchbox')
  await userEvent.keyboard('k')
  expect(document.activeElement).not.toBe(box)
  await userEvent.keyboard('{Control>}k{/Control}')
  expect([document.activeElement === box, focused]).toEqual([true, 1])
  await userEvent.keyboard('ru{Escape}')
  expect(asked).toEqual(['r', 'u', ''])
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
