import { expect, it } from 'vitest'
import { factsOf } from './note-facts'

const notedAt = '2026-03-24T09:00:00.000Z'

it('has of a new note what says where it is, and nothing that is not', () => {
  expect(factsOf({ id: 'n', conferenceId: 'c', text: 'words' }, notedAt)).toEqual({
    id: 'n',
    conferenceId: 'c',
    notedAt: notedAt,
  })
  const facts = { id: 'n', conferenceId: 'c', sessionId: 's', groupId: 'g', together: true, place: 'Hall' }
  expect(factsOf(facts, notedAt)).toEqual({ ...facts, notedAt: notedAt })
})
