import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { filterChoices } from './filter-choices'
import { byLevel } from './level-order'

it('orders levels by how hard they are, those for everybody after them, and what nobody knows by name', () => {
  expect(
    ['Zen', 'All levels', 'ADVANCED', 'Expert', 'Any', 'beginner', 'Guru', 'Intermediate', 'Introduction'].sort(
      byLevel,
    ),
  ).toEqual(['beginner', 'Introduction', 'Intermediate', 'ADVANCED', 'Expert', 'All levels', 'Any', 'Guru', 'Zen'])
  expect(['Tous niveaux', 'Avancé', 'Confirmé', 'Intermédiaire', 'Débutant', 'Expert'].sort(byLevel)).toEqual([
    'Débutant',
    'Intermédiaire',
    'Avancé',
    'Confirmé',
    'Expert',
    'Tous niveaux',
  ])
})

it('orders those of a filter', () => {
  const levels = ['Advanced', 'Beginner', 'Advanced', 'Intermediate']
  const agenda = agendaOf(levels.map((level, index) => talk(String(index), { level })))
  expect(filterChoices(agenda.sessions, partsOf(agenda), 'en').level).toEqual([
    { slug: 'Beginner', name: 'Beginner', count: 1 },
    { slug: 'Intermediate', name: 'Intermediate', count: 1 },
    { slug: 'Advanced', name: 'Advanced', count: 2 },
  ])
})
