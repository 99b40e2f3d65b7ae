import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LANGUAGE_COOKIE, languageOf } from './languages'
import { messagesOf } from './messages'

/**
 * What next-intl needs to know of a request. Times are always formatted with the conference's zone, never with this
 * default.
 */
export default getRequestConfig(async () => {
  const language = languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'))
  return { locale: language, messages: messagesOf(language), timeZone: 'UTC' }
})
