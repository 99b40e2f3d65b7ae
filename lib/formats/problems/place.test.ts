import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { messagesOf } from '@/lib/i18n/messages'
import { detailBeside, placeOf } from './place'

const say = (path: string, entry?: string, language: 'en' | 'fr' = 'en') => {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'problems.place' })
  const { parts, raw } = placeOf({ path, entry })
  return [parts.map(({ word, values }) => t(word, values)).join(', '), raw]
}

it.each<[string, string | undefined, string, string | null]>([
  ['', undefined, '', null],
  ['line 12', undefined, 'line 12', null],
  ['line 12', 'Fog', 'line 12, “Fog”', null],
  ['talks.csv line 7', undefined, 'talks.csv, line 7', null],
  ['week.xlsx Friday row 7', 'Fog', 'week.xlsx Friday, row 7, “Fog”', null],
  ['cut.json, line 3', undefined, 'cut.json, line 3', null],
  ['end of file', undefined, 'the end of the file', null],
  ['talks [2].json', undefined, 'talks [2].json', null],
  ['people.json', undefined, 'people.json', null],
  ['https://example.org/a.ics', undefined, 'https://example.org/a.ics', null],
  ['[3]', undefined, 'entry 4', '[3]'],
  ['[3].title', undefined, 'entry 4, field “title”', '[3].title'],
  ['sessions[3]', 'Fog', '“Fog”', 'sessions[3]'],
  ['sessions[3].startsAt', 'Fog', '“Fog”, field “startsAt”', 'sessions[3].startsAt'],
  ['mon.json: [0].rooms[1].sessions[2]', undefined, 'mon.json, entry 3\u00a0of “sessions”', '[0].rooms[1].sessions[2]'],
  ['schedule[2027-06-01].timeslots[3]', undefined, 'entry 4\u00a0of “timeslots”', 'schedule[2027-06-01].timeslots[3]'],
  [
    'schedule.days[0].rooms.North Quay[1]',
    undefined,
    'entry 2\u00a0of “North Quay”',
    'schedule.days[0].rooms.North Quay[1]',
  ],
  ['sessions.broken.title', 'Fog', '“Fog”, field “title”', 'sessions.broken.title'],
  ['sessions.later', 'Fog', '“Fog”', 'sessions.later'],
  ['script[0]', undefined, 'script 1\u00a0of the page', 'script[0]'],
  [
    'script[0].subEvent[1].startDate',
    undefined,
    'entry 2\u00a0of “subEvent”, field “startDate”',
    'script[0].subEvent[1].startDate',
  ],
  ['@graph[4]', undefined, 'entry 5\u00a0of “@graph”', '@graph[4]'],
])('says %j of %j as people would', (path, entry, words, raw) => {
  expect(say(path, entry)).toEqual([words, raw])
})

it('says it in French, too', () => {
  expect(say('talks.csv line 7', 'Fog', 'fr')).toEqual(['talks.csv, ligne 7, «\u00a0Fog\u00a0»', null])
  expect(say('[3].title', undefined, 'fr')[0]).toBe('élément 4, champ «\u00a0title\u00a0»')
  expect(say('script[0]', undefined, 'fr')[0]).toBe('script 1\u00a0de la page')
})

it('says of a detail what the place does not say', () => {
  const said = ['Fog', '2: Fog', '25:00', 'Dense Fog', ''].map((detail) => detailBeside({ detail, entry: 'Fog' }))
  expect(said).toEqual(['', '2', '25:00', 'Dense Fog', ''])
  expect(detailBeside({ detail: '2: Fog' })).toBe('2: Fog')
})
