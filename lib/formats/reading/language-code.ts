const codes = 'en fr de nl es it pt pl cs da sv nb fi ja zh ko ru uk tr ar he el hu ro ca eu gl br lb'.split(' ')

let names: Map<string, string> | undefined

/**
 * The language code ("en", "pt-BR") that a source's word for a language means: a code, or its name in English, French,
 * German, Dutch or itself; null when it is none of these.
 */
export function languageCode(text: string | null | undefined): string | null {
  const word = text?.trim().toLowerCase() ?? ''
  const [, language = '', region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/.exec(word) ?? []
  if (codes.includes(language)) return region ? `${language}-${region.toUpperCase()}` : language
  names ??= namesOfLanguages()
  return names.get(word) ?? null
}

function namesOfLanguages(): Map<string, string> {
  return new Map(
    codes.flatMap((code) =>
      ['en', 'fr', 'de', 'nl', code].map(
        (speaker) =>
          [(new Intl.DisplayNames(speaker, { type: 'language' }).of(code) ?? code).toLowerCase(), code] as const,
      ),
    ),
  )
}
