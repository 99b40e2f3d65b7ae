import Negotiator from 'negotiator'
import { languages, type Language } from './language-names'

export { LANGUAGE_COOKIE, type Language } from './language-names'

/** Is this one of the languages that screens come in? */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/**
 * The language of a request: the cookie's, else the best of Accept-Language, else English.
 * @param cookie the value of LANGUAGE_COOKIE, if any
 * @param acceptLanguage the header as sent, if any
 */
export function languageOf(cookie: string | undefined, acceptLanguage: string | null | undefined): Language {
  if (isLanguage(cookie)) return cookie
  const best = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? 'en' } }).language([...languages])
  return isLanguage(best) ? best : 'en'
}
