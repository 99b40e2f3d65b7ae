import { expect, it } from 'vitest'
import { doubtsOf, isDoubtful, unfinishedIn } from './doubts'

const said = { title: 'Day 1', summary: '', text: 'All of it', tags: ['rust'] }
const around = { seriesTitle: null, privateName: null }

it('has nothing to ask about a whole text of a public conference', () => {
  const doubts = doubtsOf(said, around)
  expect([doubts, isDoubtful(doubts)]).toEqual([{ isEmpty: false, unfinished: [], privateConference: null }, false])
})

it('asks about what is empty, unfinished or private', () => {
  const doubts = doubtsOf({ ...said, title: 'Day [to come]', text: ' ' }, { ...around, privateName: 'Secret Days' })
  expect([doubts, isDoubtful(doubts)]).toEqual([
    { isEmpty: true, unfinished: ['[to come]'], privateConference: { name: 'Secret Days', isNamed: false } },
    true,
  ])
})

it.each([
  ['the title', { ...said, title: 'At SECRET days' }, around],
  ['a tag', { ...said, tags: ['secret days'] }, around],
  ['its series', said, { ...around, seriesTitle: 'Secret Days, day by day' }],
])('finds the name of a private conference in %s', (_where, words, names) => {
  const { privateConference } = doubtsOf(words, { ...names, privateName: 'Secret Days' })
  expect(privateConference).toEqual({ name: 'Secret Days', isNamed: true })
})

it('says in which field and line it stands', () => {
  expect(unfinishedIn({ title: '[tbd]', summary: 'a\n[to come]', text: 'b\n\n[ ] call Ann' })).toEqual([
    { field: 'title', line: 0, written: '[tbd]' },
    { field: 'summary', line: 1, written: '[to come]' },
    { field: 'text', line: 2, written: '[ ] call Ann' },
  ])
})
