'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { idField, textField } from '@/lib/platform/fields'
import { mergedKinds } from './kinds'
import { mergeParts } from './merge-parts'
import { previewMerge } from './preview-merge'
import { splitName } from './split-name'
import { undoMerge } from './undo-merge'

const conference = textField()
const pair = formSchema(z.object({ conference, kind: z.enum(mergedKinds), part: idField(), into: idField() }))

/** What a merge would move. */
export const previewMergeAction = conferenceAction('editSchedule', {
  input: pair,
  run: async ({ input, granted, db }) => previewMerge(db, granted.conferenceId, input),
})

/** Makes two rooms, tracks or speakers one. */
export const mergePartsAction = conferenceAction('editSchedule', {
  input: pair,
  run: async ({ input, granted, db, now }) => mergeParts(db, granted, input, now),
})

/** Takes a merge back; with `two` it is kept that they are two. */
export const undoMergeAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ conference, merge: idField(), two: z.literal('1').optional() })),
  run: async ({ input, granted, db, now }) => undoMerge(db, granted, input.merge, now, input.two === '1'),
})

/** Makes another name of a room, or a track, one of its own again. */
export const splitNameAction = conferenceAction('editSchedule', {
  input: formSchema(
    z.object({ conference, kind: z.enum(['room', 'track']), part: idField(), name: textField().max(500) }),
  ),
  run: async ({ input, granted, db, now }) => splitName(db, granted, input, now),
})
