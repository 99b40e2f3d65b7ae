import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { markdownOf } from './backup-markdown'

const words = { untitled: 'Note', previous: 'Before', next: 'After', sameSession: 'Same session' }
const at = '2026-03-24T22:30:00.000Z'
const note = (id: string, conferenceId: string, given = {}) => ({
  id,
  conferenceId,
  text: id,
  notedAt: at,
  updatedAt: at,
  ...given,
})

it('writes the notes of each conference, with what is known of it, and no deleted ones', () => {
  const notes = [
    note('one', 'c', { sessionId: 's' }),
    note('two', 'elsewhere'),
    note('gone', 'c', { deletedAt: at }),
    note('three', 'c'),
  ]
  expect(markdownOf(notes, [agendaOf([talk('s', { title: 'Queues' })])], words).map(({ path }) => path)).toEqual([
    'c/2026-03-24/0900-queues.md',
    'c/2026-03-24/2330-three.md',
    'elsewhere/2026-03-24/2230-two.md',
  ])
})
