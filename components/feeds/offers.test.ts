import { expect, test } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { conferenceOffers } from './offers'

test('two speakers of one name are told apart by their companies, where they have some', () => {
  const speakers = [
    { id: 'bo-1', slug: 'bo', name: 'Bo Lind', company: 'Sea' },
    { id: 'bo-2', slug: 'bo-2', name: 'Bo Lind', company: 'Shore' },
    { id: 'cy-1', slug: 'cy', name: 'Cy Ode' },
    { id: 'cy-2', slug: 'cy-2', name: 'Cy Ode', company: 'Reef' },
    { id: 'di', slug: 'di', name: 'Di Park', company: 'Sea' },
  ]
  const sessions = speakers.map(({ id }) => talk(id, { speakers: [id] }))
  const offers = conferenceOffers(agendaOf(sessions, { speakers }))
  expect(offers.filter(({ subject }) => subject === 'speaker').map(({ name }) => name)).toEqual([
    'Bo Lind (Sea)',
    'Bo Lind (Shore)',
    'Cy Ode',
    'Cy Ode (Reef)',
    'Di Park',
  ])
})
