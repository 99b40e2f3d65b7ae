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
    [
      'Spanish',
      [
        'Título',
        'Fecha',
        'Hora de inicio',
        'Hora de fin',
        'Sala',
        'Categoría',
        'Tipo',
        'Ponente(s)',
        'Empresa',
        'Descripción',
        'Idioma',
        'Enlace',
        'Aforo',
        'Estado',
      ],
    ],
    [
      'Portuguese',
      [
        'Título da sessão',
        'Data',
        'Início',
        'Fim',
        'Local',
        'Trilha',
        'Formato',
        'Palestrantes',
        'Organização',
        'Resumo',
        'Língua',
        'Ligação',
        'Lotação',
        'Situação',
      ],
    ],
    [
      'Italian',
      [
        'Titolo',
        'Giorno',
        'Ora di inizio',
        'Ora di fine',
        'Nome della sala',
        'Tema',
        'Tipo',
        'Relatori',
        'Azienda',
        'Descrizione',
        'Lingua',
        'Sito',
        'Posti',
        'Stato',
      ],
    ],
    [
      'Japanese',
      [
        'タイトル',
        '日付',
        '開始時間',
        '終了時間',
        '会場',
        'トラック',
        '種別',
        '登壇者',
        '所属',
        '概要',
        '言語',
        'リンク',
        '定員',
        '状態',
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

  it.each([
    [
      ['時間', 'タイトル', '会場', '登壇者', '日にち'],
      { start: '時間', title: 'タイトル', room: '会場', speakers: '登壇者', day: '日にち' },
    ],
    [['開始', '所要時間（分）', '内容'], { start: '開始', duration: '所要時間（分）', title: '内容' }],
    [['Ｔｉｔｌｅ', 'ＩＤ'], { title: 'Ｔｉｔｌｅ', id: 'ＩＤ' }],
    [
      ['Titel', 'Beginn', 'Ende', 'Raum', 'Sprecher'],
      { title: 'Titel', start: 'Beginn', end: 'Ende', room: 'Raum', speakers: 'Sprecher' },
    ],
    [
      ['Titre', 'Début', 'Fin', 'Salle', 'Intervenants'],
      { title: 'Titre', start: 'Début', end: 'Fin', room: 'Salle', speakers: 'Intervenants' },
    ],
    [
      ['Título de la charla', 'Inicio', 'Fin', 'Lugar', 'Ponentes'],
      { title: 'Título de la charla', start: 'Inicio', end: 'Fin', room: 'Lugar', speakers: 'Ponentes' },
    ],
  ])('knows those of %s', (headers, mapping) => {
    expect(guess(headers)).toEqual(mapping)
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
