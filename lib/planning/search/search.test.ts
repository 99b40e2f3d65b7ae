import { describe, expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { matchesFilter, searchSessions, type SessionFilter } from './search'

const rust = talk('rust', {
  title: 'Controllers in Rust',
  speakers: ['zoe'],
  rooms: ['hall'],
  track: 'code',
  language: 'en',
  level: 'Beginner',
})
const coffee = talk('coffee', { title: 'Café and Straße', rooms: ['foyer'], kind: 'break' })
const maintain = talk('maintain', { title: 'Maintaining things', speakers: ['bo'], colocated: 'day', language: 'fr' })
const models = talk('models', {
  title: 'AI models',
  dayOn: '2026-03-25',
  speakers: ['bo'],
  track: 'ml',
  colocated: 'day',
  rooms: ['hall', 'foyer'],
})
const agenda = agendaOf([rust, coffee, maintain, models], {
  rooms: [
    { id: 'hall', slug: 'hall-7', name: 'Hall 7', capacityKind: 'seats' },
    { id: 'foyer', slug: 'foyer', name: 'Foyer', capacityKind: 'seats' },
  ],
  tracks: [
    { id: 'code', slug: 'code', name: 'Code', color: 1 },
    { id: 'ml', slug: 'ml', name: 'Machine learning', color: 2 },
  ],
  colocatedEvents: [{ id: 'day', slug: 'rust-day', name: 'Rust Day' }],
  speakers: [
    { id: 'zoe', slug: 'zoe', name: 'Zoë Łukasz', company: 'Ærø' },
    { id: 'bo', slug: 'bo', name: 'Bo', company: 'Café Noir' },
  ],
})

describe('searchSessions', () => {
  it.each([
    ['a title without its accents', 'cafe strasse', [coffee]],
    ['a title with accents that it lacks', 'rüst cöntrollers', [rust]],
    ['letters that have no accent to lose', 'zoe lukasz aero', [rust]],
    ['a company, which counts less than a title', 'cafe', [coffee, maintain, models]],
    ['a title before a co-located event', 'RUST', [rust, maintain, models]],
    ['words of several fields at once', 'bo learn hall', [models]],
    ['a part of a word', 'aining', [maintain]],
    ['two letters only where they begin a word', 'ai', [models]],
    ['nothing when one word is missing', 'rust nowhere', []],
    ['everything for no word', '  ', [rust, coffee, maintain, models]],
  ])('finds %s', (_, query, expected) => {
    expect(searchSessions(agenda, query)).toEqual(expected)
  })

  it('finds descriptions once they are at hand, after all else', () => {
    const descriptions = new Map([
      [coffee.id, 'Nothing on Kubernétes'],
      [rust.id, 'Needs a café'],
    ])
    expect(searchSessions(agenda, 'kubernetes')).toEqual([])
    expect(searchSessions(agenda, 'kubernetes', descriptions)).toEqual([coffee])
    expect(searchSessions(agenda, 'cafe', descriptions)).toEqual([coffee, maintain, models, rust])
  })

  it('takes what is typed as plain text', () => {
    const odd = agendaOf([talk('odd', { title: 'C++ (why?) [x] .* ci/cd' })])
    expect([searchSessions(odd, 'c++ (why?)'), searchSessions(odd, '.* [x'), searchSessions(odd, '.+')]).toEqual([
      odd.sessions,
      odd.sessions,
      [],
    ])
  })
})

describe('matchesFilter', () => {
  it.each<[string, SessionFilter, string[]]>([
    ['nothing', {}, ['rust', 'coffee', 'maintain', 'models']],
    ['track', { track: ['code'] }, ['rust']],
    ['room, also a second one', { room: ['foyer'] }, ['coffee', 'models']],
    ['co-located event', { colocated: ['rust-day'] }, ['maintain', 'models']],
    ['language', { language: ['fr'] }, ['maintain']],
    ['level', { level: ['Beginner', 'Expert'] }, ['rust']],
    ['several at once', { room: ['hall-7'], track: ['ml'] }, ['models']],
    ['either of two of a kind', { track: ['code', 'ml'], room: [] }, ['rust', 'models']],
    ['a slug that is unknown', { track: ['nothing'] }, []],
  ])('narrows by %s', (_, filter, expected) => {
    expect(
      agenda.sessions.filter((session) => matchesFilter(session, filter, agenda, new Map())).map(({ id }) => id),
    ).toEqual(expected)
  })

  it('keeps what fits my plan: my own first choices, and what collides with none of them', () => {
    const [mine, free, clash] = [
      talk('mine', at('09:00', '10:00')),
      talk('free', at('10:00', '11:00')),
      talk('clash', at('09:30', '10:30')),
    ]
    const day = agendaOf([mine, free, clash])
    const kept = (rank: 'first' | 'planB') =>
      day.sessions.filter((session) => matchesFilter(session, { onlyFree: true }, day, new Map([['mine', rank]])))
    expect([kept('first'), kept('planB')]).toEqual([
      [mine, free],
      [mine, free, clash],
    ])
  })
})

it('keeps what I picked, first choices and plans B, when only mine is asked for', () => {
  const day = agendaOf([talk('first'), talk('second'), talk('gone'), talk('else')])
  const picks = new Map([
    ['first', 'first'],
    ['second', 'planB'],
    ['gone', 'hidden'],
  ] as const)
  const kept = day.sessions.filter((session) => matchesFilter(session, { onlyMine: true }, day, picks))
  expect(kept.map(({ id }) => id)).toEqual(['first', 'second'])
})

it('reads words apart by any space, and finds no word that begins nowhere', () => {
  expect(searchSessions(agenda, '\t rust \n  controllers ')).toEqual([rust])
  const list = agendaOf([
    talk('mix', { title: 'remix' }),
    talk('word', { title: '2mix x-mix' }),
    talk('own', { title: 'mix' }),
  ])
  expect(searchSessions(list, 'mix').map(({ id }) => id)).toEqual(['word', 'own', 'mix'])
})

it('narrows by the name that a track had before, and never by what a session has not', () => {
  const renamed = agendaOf([rust, coffee], {
    tracks: [{ id: 'code', slug: 'coding', name: 'Coding', color: 1, formerly: ['code'] }],
    colocatedEvents: [{ id: 'day', slug: 'rust-day', name: 'Rust Day' }],
  })
  const kept = (filter: SessionFilter) =>
    renamed.sessions.filter((session) => matchesFilter(session, filter, renamed, new Map())).map(({ id }) => id)
  expect([kept({ track: ['coding'] }), kept({ track: ['code'] }), kept({ colocated: ['rust-day'] })]).toEqual([
    ['rust'],
    ['rust'],
    [],
  ])
})
