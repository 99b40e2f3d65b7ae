import { createElement } from 'react'
import { expect, it } from 'vitest'
import { draw } from '@/tests/draw'
import { RunFacts } from './run-facts'

const run = {
  id: 'r',
  kind: 'import' as const,
  outcome: 'refused' as const,
  address: null,
  fileNames: [],
  bytes: 0,
  contentHash: null,
  reasons: [],
  detail: null,
  createdAt: new Date('2027-05-11T08:00:00Z'),
  byPerson: true,
  by: 'Ada',
  release: null,
  left: 0,
  counts: { added: 0, changed: 0, cancelled: 5, restored: 0 },
}

it('says of what was refused that it was not brought in', () => {
  const saying = { timeZone: 'Europe/Paris', language: 'en' }
  const words = draw(createElement(RunFacts, { run, saying })).replace(/<[^>]*>/g, '')
  expect(words.replace(/\s+/g, ' ')).toContain('Not brought in · by Ada · 5 cancelled')
})

it('says what somebody left out of it', () => {
  const saying = { timeZone: 'Europe/Paris', language: 'en' }
  const applied = { ...run, outcome: 'applied' as const, left: 2 }
  const words = draw(createElement(RunFacts, { run: applied, saying })).replace(/<[^>]*>/g, '')
  expect(words.replace(/\s+/g, ' ')).toContain('by Ada · 5 cancelled · 2 changes left out')
})
