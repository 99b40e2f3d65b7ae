import 'next-intl'
import type { Language } from './languages'
import en from './messages/en.json'
import fr from './messages/fr.json'

/** English is the contract; every other language must have exactly its keys (messages.test.ts). */
export type Messages = typeof en

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

const byLanguage: Record<Language, Messages> = { en, fr }

/** All messages of one language. */
export function messagesOf(language: Language): Messages {
  return byLanguage[language]
}
