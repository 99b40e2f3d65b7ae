// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { said, show } from '@/tests/show'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { SessionList } from '../session-list'
import { useRowWords } from '../use-row-words'
import { SessionRow } from './session-row'
import { SlotList } from './slot-list'

const rust = talk('rust', {
  ...at('09:00', '09:30'),
  title: 'Rust for everyone',
  speakers: ['ann', 'bo'],
  rooms: ['hall'],
  track: 'code',
  colocated: 'day',
})
const beside = talk('beside', { ...at('09:00', '09:30'), title: 'Beside', number: 2 })
const longer = talk('longer', { ...at('09:00', '10:15'), title: 'Longer', kind: 'workshop', number: 3 })
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
const full = { state: 'full', word: 'Full', age: '2 min ago', text: 'Full · counted at the door · 2 min ago' } as const

function Row(given: Partial<ComponentProps<typeof SessionRow>>) {
  const words = useRowWords()
  return (
    <ul>
      <SessionRow {...shared} words={words} session={rust} rank={undefined} onPick={nothing} {...given} />
    </ul>
  )
}

it('says what, who without their companies, where and under what, and picks in one tap', async () => {
  const picked: string[] = []
  show(<Row onPick={({ id }) => picked.push(id)} />)
  expect(said()).toEqual(['link "Rust for everyone"', 'Ann, Bo', 'Hall 7 · Code', 'button "Pick: Rust for everyone"'])
  await userEvent.click(screen.getByRole('button'))
  expect([picked, screen.getByRole('link').getAttribute('href')]).toEqual([['rust'], '/c/one/sessions/1-rust'])
})

it('says how its room stands and what to mind, and of what has no track its event or its kind', () => {
  show(<Row rank="first" room={full} note="Begins during another" more="Instead" />)
  expect(said()).toEqual([
    'link "Rust for everyone"',
    'Ann, Bo',
    'Full · 2 min ago',
    'Hall 7 · Code',
    'Begins during another',
    'Instead',
    'button "Pick: Rust for everyone" (pressed)',
  ])
  show(<Row session={someday} />)
  expect(said()).toEqual(['link "To come"', 'Rust Day', 'button "Pick: To come"'])
  show(<Row session={{ ...lunch, status: 'cancelled' }} rank="planB" />, 'fr')
  expect(said()).toEqual(['link "Lunch"', 'Annulée · Hall 7 · Pause', 'button "Choisir: Lunch" (pressed)'])
})

it('says what one has to know before going first, in the line of the room', () => {
  show(<Row session={{ ...rust, flags: ['sold-out'] }} room={full} />)
  expect(said()[3]).toBe('Sold out · Hall 7 · Code')
  show(<Row session={{ ...rust, rooms: [], track: undefined, colocated: undefined, flags: ['sold-out'] }} />)
  expect(said()[2]).toBe('Sold out')
})

it('offers no pick of what was cancelled, but lets go of one that was made', () => {
  const cancelled = { ...rust, status: 'cancelled' } as const
  show(<Row session={cancelled} />)
  expect(said()).toEqual(['link "Rust for everyone"', 'Ann, Bo', 'Cancelled · Hall 7 · Code'])
  show(<Row session={cancelled} rank="first" />)
  expect(said().at(-1)).toBe('button "Pick: Rust for everyone" (pressed)')
})

it('folds what is hidden to its title and the way to bring it back, unless it was unfolded', async () => {
  const back: string[] = []
  show(<Row rank="hidden" onPick={({ id }) => back.push(id)} />)
  expect(said()).toEqual(['link "Rust for everyone"', 'button "Bring back: Rust for everyone"'])
  await userEvent.click(screen.getByRole('button'))
  expect(back).toEqual(['rust'])
  show(<Row rank="hidden" unfolded />)
  expect(said()).toEqual([
    'link "Rust for everyone"',
    'Ann, Bo',
    'Hall 7 · Code',
    'button "Bring back: Rust for everyone"',
  ])
})

it('shows markup in a title as it is written, and lets nobody turn a line around', () => {
  const [title, name] = ['<img src=x onerror=alert(1)>', '\u202Eevil']
  const evil = agendaOf([], { speakers: [{ id: 'ann', slug: 'ann', name }] })
  show(<Row session={{ ...rust, title }} parts={partsOf(evil)} />)
  expect([document.querySelector('img'), said()]).toEqual([
    null,
    [`link "${title}"`, '\u2068evil\u2069', `button "Pick: ${title}"`],
  ])
})

function Slots(given: Partial<ComponentProps<typeof SlotList>>) {
  const words = useRowWords()
  return (
    <SlotList
      {...shared}
      words={words}
      day="2026-03-24"
      zone="Europe/Paris"
      sessions={agenda.sessions}
      picks={new Map()}
      onPick={nothing}
      {...given}
    />
  )
}
const lines = () => said().filter((line) => /^(heading|link|summary|to )/.test(line))

it('lists sessions beside the time at which they begin, and says an end only where it is another', () => {
  show(<Slots sessions={[rust, someday, longer, lunch, beside]} />)
  expect(lines()).toEqual([
    'heading "10:00 –10:30"',
    'link "Rust for everyone"',
    'link "Longer"',
    'to 11:15 · Workshop',
    'link "Beside"',
    'heading "12:00 –13:00"',
    'link "Lunch"',
    'heading "No time yet"',
    'link "To come"',
  ])
})

it('says no end of what ends as it begins', () => {
  const badges = talk('badges', { ...at('09:00', '09:00'), title: 'Badges', number: 9 })
  show(<Slots sessions={[rust, badges]} />)
  expect(lines()).toEqual(['heading "10:00 –10:30"', 'link "Rust for everyone"', 'link "Badges"'])
})

it('folds what is practical into one row after the talks, and co-located events into one before them', () => {
  const badges = talk('badges', { ...at('09:00', '18:00'), title: 'Badges', kind: 'service' })
  const coats = talk('coats', { ...at('09:00', '18:30'), title: 'Coats', kind: 'service' })
  const again = talk('again', { ...at('09:00', '18:00'), title: 'Badges', kind: 'service' })
  const [one, two] = ['One Day', 'Two Day'].map((title) => talk(title, { ...at('09:00'), title, kind: 'container' }))
  show(<Slots sessions={[badges, coats, again, rust, one, two].flatMap((session) => session ?? [])} />)
  expect(lines().filter((line) => !line.startsWith('to'))).toEqual([
    'heading "10:00 –10:30"',
    'link "2 co-located events"',
    'summary "One Day · Two Day"',
    'link "One Day"',
    'link "Two Day"',
    'link "Rust for everyone"',
    'summary "Badges · Coats"',
    'link "Badges"',
    'link "Coats"',
    'link "Badges"',
  ])
  expect([...document.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, false])
  show(<Slots sessions={[badges, coats]} picks={new Map([['coats', 'first']])} />)
  expect(document.querySelector('details')?.open).toBe(true)
})

it('takes six elements for a session at most, and three for a time', () => {
  const count = () => document.querySelectorAll('#day-list *').length
  show(<Slots sessions={[rust]} />)
  // In no list: there is none of one.
  expect(count()).toBe(2 + 6)
  show(<Slots sessions={[rust, { ...rust, id: 'again', number: 9 }]} />)
  expect(count()).toBe(3 + 2 * 6)
  show(
    <Slots
      sessions={[
        { ...rust, track: undefined },
        { ...lunch, ...at('09:00', '09:30') },
      ]}
    />,
  )
  expect(count()).toBe(3 + 5 + 4)
})

function Found(given: Partial<ComponentProps<typeof SessionList>>) {
  const [words, t] = [useRowWords(), useTranslations('schedule')]
  const days = [
    { date: '2026-03-24', label: 'Tue' },
    { date: '2026-03-25', label: 'Wed' },
  ]
  const list = { ...shared, words, days, picks: new Map(), onPick: nothing, empty: t('nothingFound') }
  return <SessionList {...list} sessions={[]} sought="" {...given} />
}

it('lists what was found under its day, best first, what matched marked, or says that there is nothing', () => {
  const tomorrow = { ...lunch, dayOn: '2026-03-25' }
  show(<Found sessions={[tomorrow, someday, rust]} sought="rust ann" roomOf={() => full} />)
  expect(said().filter((line) => !line.startsWith('button'))).toEqual([
    'heading "Tue"',
    'link "To come"',
    'Full · 2 min ago',
    'Rust Day',
    'link "Rust for everyone"',
    'Ann, Bo',
    'Full · 2 min ago',
    '10:00–10:30 · Hall 7 · Code',
    'heading "Wed"',
    'link "Lunch"',
    'Full · 2 min ago',
    'Tue 24 Mar 12:00–13:00 · Hall 7 · Break',
  ])
  expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Rust', 'Rust', 'Ann'])
  show(<Found />)
  expect(said()).toEqual(['Nothing matches. Try fewer words, or clear the filters.'])
})
