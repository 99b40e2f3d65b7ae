import { createTranslator } from 'next-intl'
import { isLanguage, type Language } from '@/lib/i18n/languages'
import { messagesOf } from '@/lib/i18n/messages'

/** The words around what a person wrote, in the language of their recap: whoever reads it is not asked for theirs. */
export function recapWords(language: string) {
  const locale = recapLanguage(language)
  return createTranslator({ locale, messages: messagesOf(locale), namespace: 'recapText' })
}

export type RecapWords = ReturnType<typeof recapWords>

/** The language of a recap, as far as Hallway speaks it; else English. */
export function recapLanguage(language: string): Language {
  return isLanguage(language) ? language : 'en'
}
