/** The languages that screens come in. How to add one: docs/how-to/add-a-language.md. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Each in its own words. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

/** The cookie in which a person's choice is kept. */
export const LANGUAGE_COOKIE = 'hallway-language'
