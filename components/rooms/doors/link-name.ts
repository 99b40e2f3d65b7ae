import { languages } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'

/** What links for all doors are called where nobody called them otherwise, in any language. */
const usual = new Set<string>(languages.map((language) => messagesOf(language).stewards.cards.called))

/** A link's name: one that was made by itself is said in the language of whoever reads it. */
export function linkName(name: string, called: string): string {
  return usual.has(name) ? called : name
}
