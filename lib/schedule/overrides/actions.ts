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
const ofSession = z.object({ ...part, kind: z.literal('session') })
const ofRoom = z.object({ ...part, kind: z.literal('room') })
const ofSpeaker = z.object({ ...part, kind: z.literal('speaker') })
const version = { version: z.coerce.number().int().positive().max(2_147_483_647) }

/** Lets a decided field of a session, a room or a speaker be what its source says. */
export const giveBackAction = conferenceAction('editSchedule', {
  input: formSchema(
    z.discriminatedUnion('kind', [
      ofSession.extend({ field: z.enum(overridableFields) }),
      ofRoom.extend({ field: z.enum(partFields.room) }),
      ofSpeaker.extend({ field: z.enum(partFields.speaker) }),
    ]),
  ),
  run: async ({ input, granted, db, now }) =>
    input.kind === 'session'
      ? giveBack(db, granted, { session: input.id, field: input.field }, now)
      : givePartBack(db, granted, input, now),
})

/** Undoes that. */
export const takeAgainAction = conferenceAction('editSchedule', {
  input: formSchema(
    z.discriminatedUnion('kind', [ofSession.extend(version), ofRoom.extend(version), ofSpeaker.extend(version)]),
  ),
  run: async ({ input, granted, db, now }) =>
    input.kind === 'session'
      ? takeAgain(db, granted, { session: input.id, version: input.version }, now)
      : takePartAgain(db, granted, { ...input, kind: input.kind }, now),
})
