'use server'

import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { action } from '@/lib/boundary/action'
import { isLanguage } from '@/lib/i18n/languages'
import { DEVICE_COOKIE, deviceHashOf, knownDevice } from '@/lib/people/device'
import { limitCodes } from '@/lib/people/server/limit-codes'
import { codeRequestSchema } from '@/lib/people/schema'
import { sendSignInCode } from '@/lib/people/server/send-code'
import { usesHttps } from '@/lib/people/session-token'
import { ADDRESS_HEADER, addressGroup, DIRECT_HEADER } from '@/lib/platform/client-address'
import { readEnvironment, type Environment } from '@/lib/platform/env'
import { makeToken } from '@/lib/platform/ids'

/** Sends a code and a link to an address. */
export const requestCodeAction = action({
  input: codeRequestSchema,
  run: async ({ input, db, now }) => {
    const [env, sent, language] = [readEnvironment(), await headers(), await getLocale()]
    const deviceHash = deviceHashOf(await deviceOf(env))
    const refused = await limitCodes(db, {
      email: input.email,
      deviceHash,
      address: addressGroup(sent.get(ADDRESS_HEADER) ?? 'unknown'),
    })
    if (refused) return refused
    const arrival = { host: sent.get('host'), direct: sent.get(DIRECT_HEADER) === '1' }
    return sendSignInCode(
      db,
      { ...input, deviceHash, language: isLanguage(language) ? language : 'en', arrival },
      env,
      now,
    )
  },
})

const A_YEAR_S = 365 * 24 * 3600

async function deviceOf(env: Environment): Promise<string> {
  const jar = await cookies()
  const known = knownDevice(jar.get(DEVICE_COOKIE)?.value)
  if (known) return known
  const made = makeToken()
  jar.set(DEVICE_COOKIE, made, { httpOnly: true, sameSite: 'lax', secure: usesHttps(env), path: '/', maxAge: A_YEAR_S })
  return made
}
