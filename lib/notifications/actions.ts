'use server'

import { action } from '@/lib/boundary/action'
import { AppError } from '@/lib/platform/errors'
import { alertSettingSchema } from './schema'
import { saveAlertSettings } from './subscriptions'

/** Keeps what a person decided about alerts. */
export const saveAlertSettingsAction = action({
  input: alertSettingSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db }) => {
    if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
    await saveAlertSettings(db, viewer.id, input)
    return 'saved' as const
  },
})
