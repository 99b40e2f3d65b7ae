import { createTranslator } from 'next-intl'
import { isLanguage } from '@/lib/i18n/languages'
import { messagesOf } from '@/lib/i18n/messages'

/**
 * The words of calendars in a conference's language, English if Hallway does not speak it: a feed has no reader whose
 * language could be asked.
 */
export function calendarWords(language: string) {
  const locale = isLanguage(language) ? language : 'en'
  return createTranslator({ locale, messages: messagesOf(locale), namespace: 'calendar' })
}

export type CalendarWords = ReturnType<typeof calendarWords>
