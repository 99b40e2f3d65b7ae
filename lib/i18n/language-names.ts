export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** The cookie in which a person's choice is kept. */
export const LANGUAGE_COOKIE = 'hallway-language'
