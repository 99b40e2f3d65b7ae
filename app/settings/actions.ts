'use server'

import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { personAction } from '@/lib/boundary/person-action'
import { LANGUAGE_COOKIE } from '@/lib/i18n/languages'
import { deleteAccount } from '@/lib/people/server/delete-account'
import { signOutEverywhere, updateSettings } from '@/lib/people/server/mutations'
import { settingsSchema } from '@/lib/people/schema'
import { endSignIn } from '@/lib/people/server/sign-ins'
import { signedInAtOf, usesHttps } from '@/lib/people/session-token'
import { readEnvironment } from '@/lib/platform/env'
import { textField } from '@/lib/platform/fields'
import { log } from '@/lib/platform/log'
import { binConference } from '@/lib/schedule/edit/conference-bin'

const A_YEAR_S = 365 * 24 * 3600

/** Keeps the name and the language; the language also for the screens of this device. */
export const saveSettingsAction = personAction({
  input: settingsSchema,
  run: async ({ input, person, db }) => {
    await updateSettings(db, person.id, input)
    // Not httpOnly: the language switch writes it too.
    const jar = await cookies()
    const secure = usesHttps(readEnvironment())
    jar.set(LANGUAGE_COOKIE, input.language, { path: '/', maxAge: A_YEAR_S, sameSite: 'lax', secure })
    return 'saved' as const
  },
})

/** Ends the sign-ins of all devices, this one's included. */
export const signOutEverywhereAction = personAction({
  evenBlocked: true,
  input: z.undefined(),
  run: async ({ person, db, now }) => {
    await signOutEverywhere(db, person.id, now)
    log.info({ who: person.id }, 'Signed out everywhere')
    return 'ended' as const
  },
})

/** Ends one sign-in of mine, on whatever device it is. */
export const endSignInAction = personAction({
  input: z.object({ id: z.uuid() }),
  limit: 'writeByAccount',
  run: async ({ input, person, db, now }) => {
    await endSignIn(db, person.id, input.id, now)
    log.info({ who: person.id }, 'Ended a sign-in')
    return 'ended' as const
  },
})

/** Deletes the account of whoever typed its address, soon after they signed in. */
export const deleteAccountAction = personAction({
  evenBlocked: true,
  input: z.object({ confirmed: textField().max(320), withConferences: z.boolean() }),
  run: async ({ input, person, db, now }) => {
    const signedInAt = await signedInAtOf((await headers()).get('cookie'))
    const outcome = await deleteAccount(db, person.id, { ...input, signedInAt }, now, binConference)
    if (outcome.ok) log.info({ who: person.id }, 'Deleted an account')
    return outcome
  },
})
