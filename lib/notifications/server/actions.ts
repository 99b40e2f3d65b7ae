'use server'

import { personAction } from '@/lib/boundary/person-action'
import { alertSettingSchema } from '../schema'
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
