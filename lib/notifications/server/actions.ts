'use server'

import { z } from 'zod'
import { holdAlerts } from '@/lib/desk/server/alert-hold'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { personAction } from '@/lib/boundary/person-action'
import { textField } from '@/lib/platform/fields'
import { alertSettingSchema } from '../schema'
import { endHold } from './alert-holds'
import { saveAlertSettings } from './subscriptions'

/** Keeps what a person decided about alerts. */
export const saveAlertSettingsAction = personAction({
  input: alertSettingSchema,
  limit: 'writeByAccount',
  run: async ({ input, person, db }) => {
    await saveAlertSettings(db, person.id, input)
    return 'saved' as const
  },
})

/** Nobody is alerted of what moves from now on, until that ends. */
export const holdAlertsAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ conference: textField() })),
  run: async ({ granted, db, now }) => holdAlerts(db, granted, now),
})

/** Alerts go out again: with what moved meanwhile (`yes`), or without. */
export const endHoldAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ conference: textField(), announce: z.enum(['yes', 'no']) })),
  run: async ({ input, granted, db, now }) => endHold(db, granted, input.announce === 'yes', now),
})
