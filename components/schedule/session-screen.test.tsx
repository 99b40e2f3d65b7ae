// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { expect, it, vi } from 'vitest'
import { PlanTabs } from '@/components/planning/plan/plan-tabs'
import { CopyText } from '@/components/ui/copy-text'
import { sliceSession } from '@/lib/program/agenda-day'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { loseTheNetwork } from '@/tests/no-network'
import { said, show } from '@/tests/show'
import { SessionScreen } from './session-screen'

loseTheNetwork()

const rust = talk('rust', {
  ...at('09:00', '10:00'),
  kind: 'workshop',
  rooms: ['hall', 'loft'],
  speakers: ['ann', 'bo'],
  track: 'code',
  colocated: 'day',
  slides: 'https://slides.example/1',
  replay: 'https://video.example/1',
  level: 'Beginner',
  flags: ['sold-out', 'separate-registration'],
})
const bare = talk('bare', { startAt: undefined, endAt: undefined })
const agenda = agendaOf([rust, bare], {
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

function showSession(id: string, given: Partial<ComponentProps<typeof SessionScreen>> = {}): string[] {
  show(<SessionScreen initial={sliceSession(agenda, id)} sessionId={id} {...given} />)
  // Whose clocks there are depends on the machine.
  return said().filter((line) => !/^button "Show|^Paris time/.test(line))
}

it('says of a session, in this order: what, when, where, who, why; the pick, my notes, and what can be taken', () => {
  const around = { before: { slug: '2-go', title: 'Go' } }
  const sourceUrl = 'https://x.example/a'
  expect(showSession('rust', { sourceUrl, around, text: <p>Abstract</p>, notes: <p>Notes</p> })).toEqual([
    'heading "rust"',
    'Sold out · Separate registration',
    'link "Tuesday 24 March 2026 10:00–11:00"',
    'link "Hall"',
    '120 headsets',
    'link "Loft"',
    'link "Ann Acme"',
    'link "<b>Bo</b>"',
    'link "Code"',
    'link "Rust Day"',
    'All access',
    'Workshop',
    'Level: Beginner',
    'Abstract',
    'group "Pick: rust":',
    '  button "I want to go"',
    '  button "Plan B"',
    '  button "Hide"',
    'button "What else is on"',
    'Notes',
    'button "Share"',
    'link "Add to my calendar"',
    'link "Slides (slides.example)"',
    'link "Replay (video.example)"',
    'link "Source (x.example)"',
    'navigation "Sessions of this day":',
    '  link "Previous Go"',
  ])
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/c/c/schedule/2026-03-24',
    '/c/c/rooms/hall',
    '/c/c/rooms/loft',
    '/c/c/speakers/ann',
    '/c/c/speakers/bo',
    '/c/c/tracks/code',
    '/c/c/colocated/day',
    '/c/c/sessions/1-rust.ics',
    'https://slides.example/1',
    'https://video.example/1',
    'https://x.example/a',
    '/c/c/sessions/2-go',
  ])
})

it('says nothing that is not known', () => {
  expect(showSession('bare')).toEqual([
    'heading "bare"',
    'link "Tuesday 24 March 2026"',
    'time to be announced',
    'group "Pick: bare":',
    '  button "I want to go"',
    '  button "Plan B"',
    '  button "Hide"',
    'button "Share"',
    'link "Add to my calendar"',
  ])
})

it('copies the address where the system shares nothing', async () => {
  const user = userEvent.setup()
  showSession('bare')
  await user.click(screen.getByRole('button', { name: 'Share' }))
  const copied = await navigator.clipboard.readText()
  expect([new URL(copied).pathname, said().includes('  The address is copied.')]).toEqual([
    '/c/c/sessions/1-bare',
    true,
  ])
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
    '2\u00a0sessions picked',
    '1\u00a0clash',
    '4\u00a0sessions picked',
    '2\u00a0clashes',
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
