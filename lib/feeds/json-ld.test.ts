import { expect, it } from 'vitest'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { conferenceJsonLd, sessionJsonLd } from './json-ld'

const session: AgendaSession = {
  id: 's1',
  number: 7,
  slug: '7-rust',
  title: 'Rust </script><script>alert(1)</script>',
  kind: 'talk',
  status: 'confirmed',
  dayOn: '2026-03-24',
  startAt: '2026-03-24T13:15:00.000Z',
  endAt: '2026-03-24T13:45:00.000Z',
  rooms: ['r1'],
  speakers: ['p1', 'p2'],
}

const agenda: Agenda = {
  conference: {
    id: 'c1',
    slug: 'kube',
    name: 'Kube',
    timeZone: 'Europe/Amsterdam',
    language: 'en',
    venue: 'RAI',
    visibility: 'public',
    version: 1,
  },
  days: ['2026-03-24', '2026-03-25'],
  rooms: [{ id: 'r1', slug: 'hall-7', name: 'Hall 7', capacityKind: 'seats' }],
  tracks: [],
  colocatedEvents: [],
  speakers: [
    { id: 'p1', slug: 'ada', name: 'Ada', company: 'Engines' },
    { id: 'p2', slug: 'bob', name: 'Bob' },
  ],
  sessions: [session],
}

const kube = { '@type': 'Event', '@id': 'https://h.example/c/kube', url: 'https://h.example/c/kube', name: 'Kube' }

it('describes a session, and lets no markup out of it', () => {
  const text = sessionJsonLd(agenda, { ...session, description: 'Why & how', level: 'Beginner' }, 'https://h.example')
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    '@id': 'https://h.example/c/kube/sessions/7-rust',
    url: 'https://h.example/c/kube/sessions/7-rust',
    name: 'Rust </script><script>alert(1)</script>',
    description: 'Why & how',
    inLanguage: 'en',
    educationalLevel: 'Beginner',
    startDate: '2026-03-24T13:15:00.000Z',
    endDate: '2026-03-24T13:45:00.000Z',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'Place', name: 'Hall 7, RAI' },
    performer: [
      { '@type': 'Person', name: 'Ada', worksFor: { '@type': 'Organization', name: 'Engines' } },
      { '@type': 'Person', name: 'Bob' },
    ],
    superEvent: kube,
  })
})

it('describes a cancelled session of a day without a time', () => {
  const untimed = { ...session, startAt: undefined, endAt: undefined }
  const told = JSON.parse(
    sessionJsonLd(
      agenda,
      { ...untimed, kind: 'break', status: 'cancelled', rooms: [], speakers: [] },
      'https://h.example',
    ),
  )
  expect(told).toMatchObject({
    '@type': 'Event',
    startDate: '2026-03-24',
    eventStatus: 'https://schema.org/EventCancelled',
    location: { name: 'RAI' },
    performer: [],
  })
  expect(told).not.toHaveProperty('endDate')
})

it('describes a conference by its days', () => {
  expect(JSON.parse(conferenceJsonLd(agenda, 'https://h.example') ?? '')).toEqual({
    '@context': 'https://schema.org',
    ...kube,
    inLanguage: 'en',
    startDate: '2026-03-24',
    endDate: '2026-03-25',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'Place', name: 'RAI' },
  })
})

it('says nothing of a conference without a day', () => {
  expect(conferenceJsonLd({ ...agenda, days: [], sessions: [] }, 'https://h.example')).toBeNull()
})
