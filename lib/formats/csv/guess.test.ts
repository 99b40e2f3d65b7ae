import { describe, expect, it } from 'vitest'
import { dayReader } from './days'
import { guessMapping } from './guess'

function guess(headers: string[], ...rows: string[][]) {
  return guessMapping(
    { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })) },
    dayReader(rows.flat(), []).read,
  )
}

describe('guessMapping', () => {
  it.each([
    [
      'English',
      [
        'Session title',
        'Date',
        'Start time',
        'End time',
        'Room',
        'Track',
        'Session type',
        'Speakers',
        'Company',
        'Abstract',
        'Language',
        'Link',
        'Capacity',
        'Status',
      ],
    ],
    [
      'French',
      [
        'Titre',
        'Jour',
        'Heure de début',
        'Heure de fin',
        'Salle',
        'Thématique',
        'Format',
        'Intervenant(e)(s)',
        'Société',
        'Résumé',
        'Langue',
        'Lien',
        'Jauge',
        'Statut',
      ],
    ],
    [
      'German',
      [
        'Titel',
        'Datum',
        'Beginn',
        'Ende',
        'Raum',
        'Kategorie',
        'Art',
        'Referent(in)',
        'Firma',
        'Beschreibung',
        'Sprache',
        'Link',
        'Plätze',
        'Zustand',
      ],
    ],
    [
      'Dutch',
      [
        'Titel',
        'Dag',
        'Begintijd',
        'Eindtijd',
        'Zaal',
        'Thema',
        'Soort',
        'Sprekers',
        'Bedrijf',
        'Omschrijving',
        'Taal',
        'Website',
        'Capaciteit',
        'Status',
      ],
    ],
  ])('knows headers in %s', (_, headers) => {
    const fields = [
      'title',
      'day',
      'start',
      'end',
      'room',
      'track',
      'kind',
      'speakers',
      'company',
      'description',
      'language',
      'url',
      'capacity',
      'status',
    ]
    expect(guess(headers)).toEqual(Object.fromEntries(fields.map((field, index) => [field, headers[index]])))
  })

  it('prefers the clearer of two names and uses no column twice', () => {
    expect(guess(['Session', 'Title', 'Name', 'Speaker', 'Time', 'Date'])).toEqual({
      title: 'Title',
      speakers: 'Speaker',
      start: 'Time',
      day: 'Date',
    })
  })

  it('looks through fillers, brackets and articles', () => {
    expect(guess(['Talk title (final)', 'Nom de la salle', 'Event start time [CET]', 'Speaker names'])).toEqual({
      title: 'Talk title (final)',
      room: 'Nom de la salle',
      start: 'Event start time [CET]',
      speakers: 'Speaker names',
    })
  })

  it('looks at the cells where headers do not tell', () => {
    const rows = [
      ['Hall A', '10 June 2027', '9:00', '9:30', 'What the tide left', 'x'],
      ['Hall B', '11 June 2027', '10:00', '10:30', 'How gulls read maps', 'x'],
    ]
    expect(guess(['A', 'B', 'C', 'D', 'E', 'F'], ...rows)).toEqual({
      room: 'A',
      day: 'B',
      start: 'C',
      end: 'D',
      title: 'E',
    })
  })

  it('takes a date with a time for the start, and asks for no day then', () => {
    expect(guess(['Title', 'When'], ['Tides', '2027-06-10 09:00'])).toEqual({ title: 'Title', start: 'When' })
  })

  it('does not take the date of a row for that of its session', () => {
    expect(
      guess(['Title', 'Day', 'Last modified', 'Created'], ['Tides', '2027-06-10', '2027-01-02 10:00', '2027-01-01']),
    ).toEqual({ title: 'Title', day: 'Day' })
  })

  it('knows the export of sched.com, whose company column holds anything', () => {
    expect(
      guess([
        'event_key',
        'active',
        'name',
        'event_start',
        'event_end',
        'event_type',
        'company',
        'venue',
        'speakers',
        'seats',
        'url',
        'description',
        'id',
      ]),
    ).toEqual({
      id: 'id',
      title: 'name',
      start: 'event_start',
      end: 'event_end',
      track: 'event_type',
      room: 'venue',
      speakers: 'speakers',
      description: 'description',
      url: 'url',
      capacity: 'seats',
      status: 'active',
    })
  })

  it('finds no title where there is none', () => {
    expect(guess(['Day', 'Room', 'Start'], ['2027-06-10', 'Pier', '9:00'])).toEqual({
      day: 'Day',
      room: 'Room',
      start: 'Start',
    })
  })
})
