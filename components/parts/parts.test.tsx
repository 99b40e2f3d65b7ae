// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { sliceNothing, slicePart } from '@/lib/program/agenda-day'
import { listColocatedEvents, listSpeakers, listTracks } from '@/lib/program/part-list'
import type { PartKind } from '@/lib/program/parts'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { loseTheNetwork } from '@/tests/no-network'
import { said, show } from '@/tests/show'
import { CalendarLinks } from './calendar-links'
import { ColocatedScreen } from './colocated-screen'
import { PartScreen } from './part-screen'
import { SpeakersScreen } from './speakers-screen'
import { TracksScreen } from './tracks-screen'

loseTheNetwork()

const agenda = agendaOf(
  [
    talk('rust', {
      ...at('09:00', '10:00'),
      title: 'Rust',
      kind: 'workshop',
      rooms: ['hall'],
      speakers: ['ann', 'bo'],
      track: 'code',
      colocated: 'day',
    }),
    talk('go', { title: 'Go', rooms: ['hall'], speakers: ['ann'], dayOn: '2026-03-25', startAt: undefined }),
    talk('off', { ...at('11:00'), title: 'Off', rooms: ['hall'], status: 'cancelled' }),
  ],
  {
    rooms: [{ id: 'hall', slug: 'hall', name: 'Hall', floor: '2nd floor', capacity: 120, capacityKind: 'seats' }],
    tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
    colocatedEvents: [{ id: 'day', slug: 'day', name: 'Rust Day', pass: 'All access' }],
    speakers: [
      { id: 'bo', slug: 'bo', name: '<b>Bo</b>' },
      { id: 'ann', slug: 'ann', name: 'Ann', company: 'Acme' },
    ],
  },
)
const frame = sliceNothing(agenda)
function showPart(kind: PartKind, id: string, about?: { tagline: string | null; bio: string | null }): string[] {
  show(
    <PartScreen initial={slicePart(agenda, kind, id)} kind={kind} id={id} about={about} calendar={<p>calendar</p>} />,
  )
  // Whose clocks there are depends on the machine.
  return said().filter((line) => !/^button "Show|^Paris time/.test(line))
}

it('has a speaker with what they say of themselves, and their sessions by day', () => {
  expect(showPart('speaker', 'ann', { tagline: 'Writes compilers', bio: 'Once.\n\nTwice.' })).toEqual([
    'link "All speakers"',
    'heading "Ann"',
    'Acme · Writes compilers',
    'Once.',
    'Twice.',
    'navigation "Days":',
    '  link "Tue 24 Mar"',
    '  link "Wed 25 Mar"',
    'region "Tuesday 24 March 2026":',
    '  heading "Tuesday 24 March 2026"',
    '  10:00 –11:00',
    '  link "Rust"',
    '  <b>Bo</b> · Hall · Workshop',
    '  Code',
    '  button "Pick: Rust"',
    'region "Wednesday 25 March 2026":',
    '  heading "Wednesday 25 March 2026"',
    '  time to be announced',
    '  link "Go"',
    '  Hall',
    '  button "Pick: Go"',
    'calendar',
  ])
})

it('has a room with where and how large it is, and what was cancelled in it struck out', () => {
  const lines = showPart('room', 'hall')
  expect([lines.slice(0, 3), lines.filter((line) => line.includes('Cancelled'))]).toEqual([
    ['link "All rooms"', 'heading "Hall"', '2nd floor · 120 seats'],
    ['  Cancelled'],
  ])
})

it('has a co-located event with its hours, rooms and pass', () => {
  expect(showPart('colocated', 'day').slice(0, 5)).toEqual([
    'link "All co-located events"',
    'heading "Rust Day"',
    'All access · 1 session',
    'Tuesday 24 March 2026 10:00–11:00',
    'link "Hall"',
  ])
})

it('lists speakers, and finds them as one types, accents and companies as well', async () => {
  show(<SpeakersScreen initial={frame} speakers={listSpeakers(agenda)} />)
  expect(said()).toEqual([
    'heading "Speakers"',
    'search:',
    '  searchbox "Find a speaker"',
    'status:',
    '  2 speakers',
    'link "Ann Acme"',
    'link "<b>Bo</b>"',
  ])
  await userEvent.type(screen.getByRole('searchbox'), 'ÁCM')
  expect(said().slice(-3)).toEqual(['status:', '  1 speaker', 'link "Ann Acme"'])
  await userEvent.type(screen.getByRole('searchbox'), 'x')
  expect(said().at(-1)).toBe('  Nobody by that name')
})

it('has many speakers by letter, until one looks for somebody', async () => {
  const people = ['Ann', ...Array.from({ length: 40 }, (_, index) => `Bo ${index + 1}`)]
  const speakers = people.map((name, index) => ({ slug: `s${index}`, name, sessions: 1 }))
  show(<SpeakersScreen initial={frame} speakers={speakers} />)
  expect(said().slice(4, 11)).toEqual([
    '  41 speakers',
    'region "A":',
    '  heading "A"',
    '  link "Ann"',
    'region "B":',
    '  heading "B"',
    '  link "Bo 1"',
  ])
  await userEvent.type(screen.getByRole('searchbox'), '40')
  expect(said().slice(-3)).toEqual(['status:', '  1 speaker', 'link "Bo 40"'])
})

it('lists tracks and co-located events, in both languages', () => {
  show(<TracksScreen initial={frame} tracks={listTracks(agenda)} />)
  expect(said()).toEqual(['heading "Tracks"', 'link "Code 1 session · Tue 24 Mar"'])
  show(<ColocatedScreen initial={frame} events={listColocatedEvents(agenda)} />, 'fr')
  expect(said().slice(0, 5)).toEqual([
    'heading "Événements associés"',
    // The clocks of whoever looks are those of the process.
    expect.stringMatching(/^button "Voir (UTC|Auckland)"$/),
    'region "mardi 24 mars 2026":',
    '  heading "mardi 24 mars 2026"',
    '  link "Rust Day 10:00–11:00 · Hall All access · 1 session"',
  ])
})

it('leads on where there is nothing to list', () => {
  show(<ColocatedScreen initial={frame} events={[]} />)
  expect(said()).toEqual([
    'heading "Co-located events"',
    'This conference has no co-located events.',
    'link "See the schedule"',
  ])
})

it('offers a calendar to every program, and of a private conference a secret address and its file', () => {
  const url = 'https://hall.example/c/c/rooms/hall.ics'
  const asked = `url=${encodeURIComponent(url)}&name=C%3A%20Hall`
  show(<CalendarLinks url={url} name="C: Hall" secretAt={null} />)
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'webcal://hall.example/c/c/rooms/hall.ics',
    'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fhall.example%2Fc%2Fc%2Frooms%2Fhall.ics',
    `https://outlook.live.com/calendar/0/addfromweb?${asked}`,
    `https://outlook.office.com/calendar/0/addfromweb?${asked}`,
    '/c/c/rooms/hall.ics',
  ])
  show(<CalendarLinks url={url} name="C: Hall" secretAt="/c/c/calendars#room-1" />)
  expect(said()).toEqual(['summary "Follow in my calendar"', 'link "At a secret address of mine"', 'link "As a file"'])
})
