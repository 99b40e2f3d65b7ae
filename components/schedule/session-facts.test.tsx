// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { PlanTabs } from '@/components/planning/plan/plan-tabs'
import { CopyText } from '@/components/ui/copy-text'
import { partsOf } from '@/lib/program/agenda-parts'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { said, show } from '@/tests/show'
import { SessionFacts } from './session-facts'

const rust = talk('rust', {
  ...at('09:00', '10:00'),
  kind: 'workshop',
  rooms: ['hall', 'loft'],
  speakers: ['ann', 'bo'],
  track: 'code',
  colocated: 'day',
  slides: 'https://slides.example/1',
  replay: 'https://video.example/1',
})
const agenda = agendaOf([rust], {
  rooms: [
    { id: 'hall', slug: 'hall', name: 'Hall', capacity: 120, capacityKind: 'headsets' },
    { id: 'loft', slug: 'loft', name: 'Loft', capacityKind: 'seats' },
  ],
  tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
  colocatedEvents: [{ id: 'day', slug: 'day', name: 'Rust Day', pass: 'All access' }],
  speakers: [
    { id: 'ann', slug: 'ann', name: 'Ann', company: 'Acme' },
    { id: 'bo', slug: 'bo', name: '<b>Bo</b>' },
  ],
})

it('has every fact of a session under its term', () => {
  show(<SessionFacts session={rust} parts={partsOf(agenda)} timeZone="Europe/Paris" sourceUrl="https://x.example/a" />)
  expect(said()).toEqual([
    'When',
    'Tuesday 24 March 2026 10:00–11:00',
    'Where',
    'Hall (120 headsets), Loft',
    'Who',
    'Ann, Acme',
    '<b>Bo</b>',
    'Track',
    'Code',
    'Part of',
    'Rust Day (All access)',
    'Kind',
    'Workshop',
    'Slides',
    'link "slides.example"',
    'Replay',
    'link "video.example"',
    'Source',
    'link "x.example"',
  ])
})

it('has no term without a fact, and says that a time is to come', () => {
  const bare = talk('bare', { startAt: undefined, endAt: undefined })
  show(<SessionFacts session={bare} parts={partsOf(agenda)} timeZone="Europe/Paris" />)
  expect(said()).toEqual(['When', 'Tuesday 24 March 2026 · time to be announced'])
})

it('has the days of a plan as tabs, which the arrow keys go through', () => {
  const chosen: string[] = []
  const tabs = ['24', '25', '26'].map((day, index) => ({
    day,
    label: `Day ${day}`,
    count: 2 * index,
    conflicts: index,
  }))
  show(<PlanTabs tabs={tabs} current="25" panelId="panel" onChange={(day) => chosen.push(day)} />)
  const all = screen.getAllByRole('tab')
  expect(all.map((tab) => [tab.textContent, tab.getAttribute('aria-selected'), tab.tabIndex])).toEqual([
    ['Day 24', 'false', -1],
    ['Day 252⚠ 1', 'true', 0],
    ['Day 264⚠ 2', 'false', -1],
  ])
  expect(screen.getAllByRole('img').map((sign) => sign.getAttribute('aria-label'))).toEqual([
    '2 sessions picked',
    '1 clash',
    '4 sessions picked',
    '2 clashes',
  ])
  const list = screen.getByRole('tablist', { name: 'Days' })
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a']) fireEvent.keyDown(list, { key })
  fireEvent.click(all[0] ?? list)
  expect([chosen, document.activeElement?.textContent]).toEqual([['24', '26', '24', '26', '24'], 'Day 264⚠ 2'])
})

it('copies a text, or says how else where the browser gives no clipboard', async () => {
  const words = { copy: 'Copy', copied: 'Copied', byHand: 'Copy it by hand' }
  const user = userEvent.setup()
  show(<CopyText text="https://hall.example" words={words} />)
  await user.click(screen.getByRole('button'))
  expect([said(), await navigator.clipboard.readText()]).toEqual([
    ['button "Copy"', 'status:', '  Copied'],
    'https://hall.example',
  ])
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  await user.click(screen.getByRole('button'))
  expect(said().at(-1)).toBe('  Copy it by hand')
})
