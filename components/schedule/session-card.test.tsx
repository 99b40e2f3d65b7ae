// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { said, show } from '@/tests/show'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { SessionCard } from './session-card'
import { useCardWords } from './use-card-words'

const rust = talk('rust', {
  ...at('09:00', '09:30'),
  title: 'Rust for everyone',
  speakers: ['ann', 'bo'],
  rooms: ['hall'],
  track: 'code',
  colocated: 'day',
})
const lunch = talk('lunch', { ...at('11:00', '12:00'), title: 'Lunch', kind: 'break', rooms: ['hall'] })
const someday = talk('someday', { title: 'To come', startAt: undefined, endAt: undefined, colocated: 'day' })
const agenda = agendaOf([rust, lunch, someday], {
  rooms: [{ id: 'hall', slug: 'hall', name: 'Hall 7', capacityKind: 'seats' }],
  tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
  colocatedEvents: [{ id: 'day', slug: 'day', name: 'Rust Day' }],
  speakers: [
    { id: 'ann', slug: 'ann', name: 'Ann' },
    { id: 'bo', slug: 'bo', name: 'Bo', company: 'Acme' },
  ],
})
const parts = partsOf(agenda)
const shared = { conference: 'one', parts, timeZone: 'Europe/Paris' }
const nothing = () => undefined
/** What a card says of that talk below its title. */
const about = ['link "Ann"', 'link "Bo"', '10:00–10:30', 'link "Hall 7"', 'Code']

function Card(given: Partial<ComponentProps<typeof SessionCard>>) {
  const words = useCardWords()
  return (
    <ul>
      <SessionCard {...shared} words={words} session={rust} rank={undefined} onPick={nothing} {...given} />
    </ul>
  )
}

it('says what, who, when, where and under what, and picks in one tap', async () => {
  const picked: string[] = []
  show(<Card onPick={({ id }) => picked.push(id)} />)
  expect(said()).toEqual(['link "Rust for everyone"', ...about, 'button "Pick: Rust for everyone"'])
  await userEvent.click(screen.getByRole('button'))
  expect([picked, screen.getAllByRole('link').map((link) => link.getAttribute('href'))]).toEqual([
    ['rust'],
    ['/c/one/sessions/1-rust', '/c/one/speakers/ann', '/c/one/speakers/bo', '/c/one/rooms/hall'],
  ])
})

it('says in French what is not the conference’s own words', () => {
  show(<Card session={{ ...lunch, status: 'cancelled' }} rank="planB" />, 'fr')
  expect(said()).toEqual([
    'link "Lunch"',
    'Annulée',
    '12:00–13:00',
    'link "Hall 7"',
    'Pause',
    'button "Choisir: Lunch" (pressed)',
  ])
})

it('says, beside its sign, what one has to know before going', () => {
  show(<Card session={{ ...lunch, flags: ['sold-out', 'separate-registration'] }} />, 'fr')
  expect(said()).toEqual([
    'link "Lunch"',
    'Complet',
    '· Inscription séparée',
    '12:00–13:00',
    'link "Hall 7"',
    'Pause',
    'button "Choisir: Lunch"',
  ])
  expect(document.querySelectorAll('svg[aria-hidden] path[d^="M3 7h18"]')).toHaveLength(2)
})

it('shows a pick as pressed, and how its room stands', () => {
  show(<Card rank="first" note="Begins during another" room={{ state: 'full', text: 'Full' }} />)
  expect(said()).toEqual([
    'link "Rust for everyone"',
    ...about,
    'Full',
    'Begins during another',
    'button "Pick: Rust for everyone" (pressed)',
  ])
})

it('offers no pick of what was cancelled, but lets go of one that was made', () => {
  const cancelled = { ...rust, status: 'cancelled' } as const
  show(<Card session={cancelled} />)
  expect(said()).toEqual([
    'link "Rust for everyone"',
    'link "Ann"',
    'link "Bo"',
    'Cancelled',
    '10:00–10:30',
    'link "Hall 7"',
    'Code',
  ])
  show(<Card session={cancelled} rank="first" />)
  expect(said().at(-1)).toBe('button "Pick: Rust for everyone" (pressed)')
})

it('folds what is hidden to its title and the way to bring it back, unless it was unfolded', async () => {
  const back: string[] = []
  show(<Card rank="hidden" onPick={({ id }) => back.push(id)} />)
  expect(said()).toEqual(['link "Rust for everyone"', 'button "Bring back: Rust for everyone"'])
  await userEvent.click(screen.getByRole('button'))
  expect(back).toEqual(['rust'])
  show(<Card rank="hidden" unfolded />)
  expect(said()).toEqual(['link "Rust for everyone"', ...about, 'button "Bring back: Rust for everyone"'])
})

it('says the day of what stands under another, and the event of what has no track', () => {
  show(<Card under="2026-03-25" />)
  expect(said()).toContain('Tue 24 Mar 10:00–10:30')
  show(<Card session={someday} />)
  expect(said()).toEqual(['link "To come"', 'Rust Day', 'button "Pick: To come"'])
})

it('shows markup in a title as it is written, and lets nobody turn a line around', () => {
  const [title, name] = ['<img src=x onerror=alert(1)>', '\u202Eevil']
  const evil = agendaOf([], { speakers: [{ id: 'ann', slug: 'ann', name }] })
  show(<Card session={{ ...rust, title }} parts={partsOf(evil)} />)
  expect([document.querySelector('img'), said()]).toEqual([
    null,
    [`link "${title}"`, 'link "evil"', '10:00–10:30', `button "Pick: ${title}"`],
  ])
})
