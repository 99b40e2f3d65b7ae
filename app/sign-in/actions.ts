'use server'

import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { action } from '@/lib/boundary/action'
import { isLanguage } from '@/lib/i18n/languages'
import { codeRequestSchema } from '@/lib/people/schema'
import { sendSignInCode } from '@/lib/people/send-code'
import { usesHttps } from '@/lib/people/session-token'
import { ADDRESS_HEADER, addressGroup } from '@/lib/platform/client-address'
import { readEnvironment, type Environment } from '@/lib/platform/env'
import { makeToken } from '@/lib/platform/ids'
import { consume } from '@/lib/platform/rate-limit'

/** Sends a code and a link to an address. */
export const requestCodeAction = action({
  input: codeRequestSchema,
  run: async ({ input, db, now }) => {
    const [env, sent, language] = [readEnvironment(), await headers(), await getLocale()]
    const address = sent.get(ADDRESS_HEADER)
    await consume(db, 'codeByEmail', input.email)
    await consume(db, 'codeByDevice', await deviceOf(env))
    if (address) await consume(db, 'codeByAddress', addressGroup(address))
    return sendSignInCode(db, { ...input, language: isLanguage(language) ? language : 'en', host: sent.get('host') }, env, now)
  },
})

const DEVICE_COOKIE = 'hallway-device'
const A_YEAR_S = 365 * 24 * 3600

/** A random name for this browser, by which its requests are counted and nothing else. */
async function deviceOf(env: Environment): Promise<string> {
  const jar = await cookies()
  const known = jar.get(DEVICE_COOKIE)?.value
  if (known && /^[\w-]{32}$/.test(known)) return known
  const made = makeToken()
  jar.set(DEVICE_COOKIE, made, { httpOnly: true, sameSite: 'lax', secure: usesHttps(env), path: '/', maxAge: A_YEAR_S })
  return made
}
