'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { action } from '@/lib/boundary/action'
import { LANGUAGE_COOKIE } from '@/lib/i18n/languages'
import { deleteAccount } from '@/lib/people/delete-account'
import { signOutEverywhere, updateSettings } from '@/lib/people/mutations'
import { settingsSchema } from '@/lib/people/schema'
import { endSignIn } from '@/lib/people/sign-ins'
import type { Viewer } from '@/lib/people/viewer'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { binConference } from '@/lib/schedule/edit/conference-bin'

const A_YEAR_S = 365 * 24 * 3600

/** Keeps the name and the language; the language also for the screens of this device. */
export const saveSettingsAction = action({
  input: settingsSchema,
  run: async ({ input, viewer, db }) => {
    await updateSettings(db, requireUser(viewer), input)
    // Not httpOnly: the language switch writes it too.
    const jar = await cookies()
    jar.set(LANGUAGE_COOKIE, input.language, { path: '/', maxAge: A_YEAR_S, sameSite: 'lax' })
    return 'saved' as const
  },
})

/** Ends the sign-ins of all devices, this one's included. */
export const signOutEverywhereAction = action({
  input: z.undefined(),
  run: async ({ viewer, db, now }) => {
    await signOutEverywhere(db, requireUser(viewer), now)
    return 'ended' as const
  },
})

/** Ends one sign-in of mine, on whatever device it is. */
export const endSignInAction = action({
  input: z.object({ id: z.uuid() }),
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) => {
    await endSignIn(db, requireUser(viewer), input.id, now)
    return 'ended' as const
  },
})

/** Deletes the account of whoever typed its address. */
export const deleteAccountAction = action({
  input: z.object({ confirmed: textField().max(320), withConferences: z.boolean() }),
  run: async ({ input, viewer, db, now }) => deleteAccount(db, requireUser(viewer), input, now, binConference),
})

function requireUser(viewer: Viewer): string {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return viewer.id
}
