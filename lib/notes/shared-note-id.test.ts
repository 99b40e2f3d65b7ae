import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { sharedNoteId } from './shared-note-id'

it('is the same on every device, a UUID, and another for each group and session', () => {
  expect(sharedNoteId('0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7')).toBe(
    '7311cb22-adee-4641-b52e-90f9b6d19fe9',
  )
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (group, session, other) => {
      const id = sharedNoteId(group, session)
      expect(z.uuid().parse(id)).toBe(id)
      fc.pre(sharedNoteId(group, other).slice(19) !== id.slice(19) || other === session)
      expect(sharedNoteId(group, other) === id).toBe(other === session)
    }),
  )
})
