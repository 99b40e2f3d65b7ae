import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { toCome } from './to-come'

it('gives sessions in the order asked for, without what cannot be gone to any more', () => {
  const agenda = agendaOf([
    talk('begun', at('09:00', '10:00')),
    talk('some', at('10:00', '11:00')),
    talk('most', at('11:00', '12:00')),
    talk('cancelled', { ...at('11:00', '12:00'), status: 'cancelled' }),
    talk('untimed', { startAt: undefined, endAt: undefined }),
  ])
  const ids = ['begun', 'most', 'gone', 'cancelled', 'some', 'untimed']
  const now = new Date('2026-03-24T09:15:00Z')
  expect(toCome(agenda, ids, now).map(({ title }) => title)).toEqual(['most', 'some'])
})
