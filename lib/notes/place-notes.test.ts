import { expect, it } from 'vitest'
import { talk } from '@/tests/factories/agenda'
import { placeNotes, type NoteHere } from './place-notes'

const noteOf = (id: string, given: Partial<NoteHere> = {}): NoteHere => ({
  id,
  text: `Words of ${id}`,
  notedAt: '2026-03-24T22:30:00.000Z',
  updatedAt: '2026-03-24T22:30:00.000Z',
  ...given,
})
const rust = talk('rust', { title: 'Rust', startAt: '2026-03-24T09:00:00.000Z' })
const someday = talk('someday', { title: 'Someday', dayOn: '2026-03-26', startAt: undefined, endAt: undefined })
const sessions = new Map([rust, someday].map((session) => [session.id, session]))
const place = (notes: NoteHere[], timeZone = 'Europe/Paris') => placeNotes(notes, sessions, timeZone)

it('is on the session’s day under its title, at its start', () => {
  const note = noteOf('n', { sessionId: 'rust', place: 'Hall' })
  expect(place([note])).toEqual([
    {
      id: 'n',
      text: note.text,
      notedAt: note.notedAt,
      day: '2026-03-24',
      note,
      title: 'Rust',
      place: 'Hall',
      startAt: '2026-03-24T09:00:00.000Z',
      session: rust,
    },
  ])
})

it('is on the day of its time on the conference’s clocks, called by its words, where its session is not known', () => {
  const shown = (timeZone: string) =>
    place([noteOf('n', { sessionId: 'gone' })], timeZone).map(({ day, title, startAt, session }) => [
      day,
      title,
      startAt,
      session,
    ])
  expect(shown('Europe/Paris')).toEqual([['2026-03-24', 'Words of n', undefined, undefined]])
  expect(shown('Asia/Tokyo')).toEqual([['2026-03-25', 'Words of n', undefined, undefined]])
})

it('is where it belonged when its conference was deleted', () => {
  const belonged = {
    conference: 'One',
    timeZone: 'Europe/Paris',
    since: '2026-01-01T00:00:00.000Z',
    session: '\u202EGo',
    day: '2025-03-24',
    startAt: '2025-03-24T09:00:00.000Z',
  }
  const [placed] = place([noteOf('n', { belonged })])
  expect([placed?.day, placed?.title, placed?.startAt]).toEqual(['2025-03-24', 'Go', '2025-03-24T09:00:00.000Z'])
})

it('takes a session without a time by its own, and lists all in the order of the conference', () => {
  const late = noteOf('late', { notedAt: '2026-03-24T12:00:00.000Z' })
  const early = noteOf('early', { notedAt: '2026-03-24T08:00:00.000Z' })
  const [on, undated] = [noteOf('on', { sessionId: 'rust' }), noteOf('undated', { sessionId: 'someday' })]
  expect(place([undated, late, on, early]).map(({ id, day }) => [id, day])).toEqual([
    ['early', '2026-03-24'],
    ['on', '2026-03-24'],
    ['late', '2026-03-24'],
    ['undated', '2026-03-26'],
  ])
})
