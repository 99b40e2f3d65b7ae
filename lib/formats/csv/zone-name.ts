// Each language knows the abbreviations of its own zones: Paris is CET to the British and GMT+1 to Americans.
const LANGUAGES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'de', 'fr-CA', 'ja']
const known = new Map<string, ReadonlySet<string>>()

/** Is this abbreviation a name of this zone, in whichever season: "CET", "CEST" and "MEZ" of Paris? */
export function isZoneName(abbreviation: string, timeZone: string): boolean {
  const names = known.get(timeZone) ?? namesOf(timeZone)
  known.set(timeZone, names)
  return names.has(abbreviation.toUpperCase())
}

/** Any year does: zones keep their names. */
const SEASONS = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')]

function namesOf(timeZone: string): ReadonlySet<string> {
  const styles = LANGUAGES.flatMap((language) =>
    (['short', 'shortGeneric'] as const).map(
      // oxlint-disable-next-line house/when-is-said-by-one -- names are asked for, nothing is said
      (timeZoneName) => new Intl.DateTimeFormat(language, { timeZone, timeZoneName }),
    ),
  )
  const names = styles.flatMap((style) =>
    SEASONS.map(
      (at) =>
        style
          .formatToParts(at)
          .find(({ type }) => type === 'timeZoneName')
          ?.value.toUpperCase() ?? '',
    ),
  )
  return new Set(names)
}
