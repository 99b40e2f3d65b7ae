import { describe, expect, it } from 'vitest'
import { calendarWords } from './calendar-words'
import { calendarLine, calendarText, cleanUri, escapeText } from './calendar-text'
import type { CalendarSession } from './queries'
import { sessionEntry } from './session-entry'

const at = (time: string) => new Date(`2026-03-24T${time}:00.000Z`)
const session: CalendarSession = {
  id: 's',
  number: 7,
  title: 'Rust',
  level: null,
  flags: [],
  description: 'Why\r\nnot?',
  status: 'confirmed',
  dayOn: new Date('2026-03-24T00:00:00Z'),
  startAt: at('09:00'),
  endAt: at('10:00'),
  sequence: 3,
  createdAt: at('01:00'),
  updatedAt: at('02:00'),
  track: { name: 'Code' },
  rooms: [{ room: { name: 'Hall 7' } }, { room: { name: 'שלום' } }],
  speakers: [{ speaker: { name: 'Ann', company: 'Acme' } }, { speaker: { name: 'Bo', company: null } }],
}
const place = {
  conference: { slug: 'one', venue: 'Expo' },
  publicUrl: 'https://hall.example',
  words: calendarWords('en'),
}

describe('a session in a calendar', () => {
  it('has its facts, and its address where every calendar shows it', () => {
    const url = 'https://hall.example/c/one/sessions/7-rust'
    expect(sessionEntry(session, place)).toEqual({
      id: 's',
      sequence: 3,
      status: 'confirmed',
      title: 'Rust',
      dayOn: '2026-03-24',
      startAt: at('09:00'),
      endAt: at('10:00'),
      createdAt: at('01:00'),
      updatedAt: at('02:00'),
      location: 'Hall 7, \u2068שלום\u2069, Expo',
      description: `Ann (Acme), Bo\n\nWhy\nnot?\n\n${url}`,
      category: 'Code',
      url,
      secret: false,
    })
  })

  it('says first what one has to know before going, and for whom it is', () => {
    const facts = { level: 'Débutant', flags: ['separate-registration', 'of a later release', 'sold-out'] }
    const said = (language: string) =>
      sessionEntry({ ...session, ...facts }, { ...place, words: calendarWords(language) }).description.split('\n')[0]
    expect([said('en'), said('fr')]).toEqual([
      'Sold out · Separate registration · Débutant',
      'Complet · Inscription séparée · Débutant',
    ])
  })

  it('says nothing of what it has not', () => {
    const bare = { ...session, description: null, track: null, rooms: [], speakers: [] }
    const entry = sessionEntry(bare, { ...place, conference: { slug: 'one', venue: null } })
    expect([entry.location, entry.description, entry.category]).toEqual([
      '',
      'https://hall.example/c/one/sessions/7-rust',
      null,
    ])
  })

  it('says that its time is to come where it has none', () => {
    const { dayOn, startAt, description } = sessionEntry({ ...session, startAt: null, endAt: null }, place)
    expect([dayOn, startAt, description.split('\n')[0]]).toEqual(['2026-03-24', null, 'Time to be announced'])
  })

  it('says in its title that it is cancelled, in the conference’s language, or in English', () => {
    const title = (language: string, given = 'Rust') =>
      sessionEntry({ ...session, title: given, status: 'cancelled' }, { ...place, words: calendarWords(language) })
        .title
    expect([title('en'), title('tlh')].map((said) => said === title('en') && said.includes('Rust'))).toEqual([
      true,
      true,
    ])
    expect(title('fr')).not.toBe(title('en'))
    expect(title('en', '\u202Eb')).toContain('\u2068b\u2069')
  })
})

describe('texts for calendars', () => {
  it('have their line breaks as one, and nothing that no reader reads', () => {
    expect(calendarText('a\r\nb\rc\u2028d\ve\u0000f\ud800g\th')).toBe('a\nb\nc\nd\nef\uFFFDg\th')
    expect(calendarLine('a\n\t\nb')).toBe('a b')
    expect(escapeText('a;b,c\\d\ne')).toBe('a\\;b\\,c\\\\d\\ne')
  })

  it('have addresses without what would be taken for a text', () => {
    expect(cleanUri('https://x.org/a;b,c?d=e,f')).toBe('https://x.org/a%3Bb%2Cc?d=e%2Cf')
    expect(() => cleanUri('nowhere')).toThrow()
  })
})
