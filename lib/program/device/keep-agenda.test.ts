import { expect, it } from 'vitest'
import type { Agenda, AgendaSession } from '../agenda'
import { isAgeWorthSaying, isWorthKeeping } from './keep-agenda'

const session: AgendaSession = {
  id: 's',
  number: 1,
  slug: '1-a',
  title: 'A',
  kind: 'talk',
  status: 'confirmed',
  dayOn: '2027-05-11',
  rooms: [],
  speakers: [],
}
const agendaOf = (...sessions: AgendaSession[]): Agenda => ({
  conference: { id: 'c', slug: 'c', name: 'C', timeZone: 'UTC', language: 'en', visibility: 'public', version: 1 },
  days: [],
  rooms: [],
  tracks: [],
  colocatedEvents: [],
  speakers: [],
  sessions,
})

it('never replaces a programme by an empty one, and keeps an empty one where there is none', () => {
  const [empty, full] = [agendaOf(), agendaOf(session)]
  expect([
    isWorthKeeping(full, empty),
    isWorthKeeping(full, full),
    isWorthKeeping(null, empty),
    isWorthKeeping(empty, empty),
    isWorthKeeping(empty, full),
  ]).toEqual([false, true, true, true, true])
})

it('says the age when there is no network, or after ten minutes', () => {
  const asOf = new Date('2027-05-11T12:00:00Z')
  const at = (minutes: number) => new Date(asOf.getTime() + minutes * 60_000)
  expect([
    isAgeWorthSaying(asOf, at(1), true),
    isAgeWorthSaying(asOf, at(10), true),
    isAgeWorthSaying(asOf, at(11), true),
    isAgeWorthSaying(asOf, at(1), false),
  ]).toEqual([false, false, true, true])
})
