import { expect, it } from 'vitest'
import { countMarks } from './mark-counts'

it('counts marks by kind, open to-dos apart from done ones, times wherever they stand', () => {
  const text = [
    '> said — Ada',
    '14:05 > said then',
    '[ ] one',
    '[x] two',
    '- [ ] three with https://example.org',
    '14:10 the lights went out',
    '? why',
    '@ Ada',
    '$ Acme',
    'plain',
    '```',
    '> not a quote',
    '```',
  ].join('\n')
  expect(countMarks(text)).toEqual([
    { kind: 'quote', count: 2 },
    { kind: 'question', count: 1 },
    { kind: 'todo', count: 2 },
    { kind: 'done', count: 1 },
    { kind: 'link', count: 1 },
    { kind: 'time', count: 2 },
    { kind: 'person', count: 1 },
    { kind: 'sponsor', count: 1 },
  ])
  expect(countMarks('plain words')).toEqual([])
})
