import { expect, it } from 'vitest'
import type { Mutation } from '@/lib/sync/mutation'
import { whyRefused } from './why-refused'

const id = '0b0e3f4e-7c0a-4a55-9f55-0a3b9a4f6d11'
const edit = (groupId?: string): Mutation => ({
  id,
  at: '2026-03-24T12:00:00.000Z',
  name: 'editNote',
  args: {
    id,
    conferenceId: id,
    ...(groupId !== undefined && { groupId }),
    notedAt: '2026-03-24T12:00:00.000Z',
    update: 'AAA=',
  },
})
const restore: Mutation = { id, at: '2026-03-24T12:00:00.000Z', name: 'restoreNote', args: { id } }

it.each([
  ['of one’s own', edit(), undefined, 'NOT_FOUND', 'NOT_FOUND'],
  ['of a group', edit(id), undefined, 'NOT_FOUND', 'NOT_IN_GROUP'],
  ['of a group that is too long', edit(id), undefined, 'TOO_LARGE', 'TOO_LARGE'],
  ['of a group that was to come back', restore, { groupId: id }, 'NOT_FOUND', 'NOT_IN_GROUP'],
  ['of one’s own that was to come back', restore, {}, 'NOT_FOUND', 'NOT_FOUND'],
  ['that was not refused', edit(id), undefined, undefined, null],
] as const)('says why a note %s was refused', (_name, mutation, note, refused, why) => {
  expect(whyRefused({ mutation, ...(refused && { refused }) }, note)).toBe(why)
})
