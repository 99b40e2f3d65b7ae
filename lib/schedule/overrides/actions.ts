'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { idField, textField } from '@/lib/platform/fields'
import { overridableFields } from '@/lib/program/snapshot'
import { giveBack, takeAgain } from './give-back'
import { givePartBack, takePartAgain } from './give-part-back'
import { partFields } from './part-fields'

const part = { conference: textField(), id: idField() }
const ofSession = z.object(part)
const ofRoom = z.object({ ...part, kind: z.literal('room') })
const ofSpeaker = z.object({ ...part, kind: z.literal('speaker') })
const version = { version: z.coerce.number().int().positive().max(2_147_483_647) }

/** Lets a decided field of a session be what its source says. */
export const giveBackAction = conferenceAction('editSessions', {
  input: formSchema(ofSession.extend({ field: z.enum(overridableFields) })),
  run: async ({ input, granted, db, now }) => giveBack(db, granted, { session: input.id, field: input.field }, now),
})

/** Undoes that. */
export const takeAgainAction = conferenceAction('editSessions', {
  input: formSchema(ofSession.extend(version)),
  run: async ({ input, granted, db, now }) =>
    takeAgain(db, granted, { session: input.id, version: input.version }, now),
})

/** Lets a decided field of a room or a speaker be what its source says. */
export const givePartBackAction = conferenceAction('editSchedule', {
  input: formSchema(
    z.discriminatedUnion('kind', [
      ofRoom.extend({ field: z.enum(partFields.room) }),
      ofSpeaker.extend({ field: z.enum(partFields.speaker) }),
    ]),
  ),
  run: async ({ input, granted, db, now }) => givePartBack(db, granted, input, now),
})

/** Undoes that. */
export const takePartAgainAction = conferenceAction('editSchedule', {
  input: formSchema(z.discriminatedUnion('kind', [ofRoom.extend(version), ofSpeaker.extend(version)])),
  run: async ({ input, granted, db, now }) => takePartAgain(db, granted, input, now),
})
