'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { idField, textField } from '@/lib/platform/fields'
import { overridableFields } from '@/lib/program/snapshot'
import { giveBack, takeAgain } from './give-back'

const session = { conference: textField(), session: idField() }

/** Lets a decided field be what its source says. */
export const giveBackAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ ...session, field: z.enum(overridableFields) })),
  run: async ({ input, granted, db, now }) => giveBack(db, granted, input, now),
})

/** Undoes that. */
export const takeAgainAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ ...session, version: z.coerce.number().int().positive().max(2_147_483_647) })),
  run: async ({ input, granted, db, now }) => takeAgain(db, granted, input, now),
})
