/**
 * Text of a source as people typed it: line ends are LF, control characters (but line break and tab) and halves of
 * surrogate pairs are gone, the ends are trimmed. Scripts, quotes, emoji and right-to-left marks are text and stay.
 * @returns null when nothing is left
 */
export function cleanText(value: string | null | undefined): string | null {
  return stripControls(value ?? '').trim() || null
}

/** The same on one line: every run of white space is one space. For titles, names and rooms. */
export function cleanLine(value: string | null | undefined): string | null {
  return oneLine(value ?? '') || null
}

/** At most `longest` UTF-16 units of a text; an emoji at the edge is left out rather than halved. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .replace(/\p{Cs}$/u, '')
        .trimEnd()
}

// Every text of an import passes here several times, and hardly any has one: by numbers this is found three times
// sooner than by what Unicode calls a control.
const mayNeedStripping = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/

/** A text without what no database keeps, its ends as they were. */
export function stripControls(value: string): string {
  if (!mayNeedStripping.test(value)) return value
  return value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
}

/**
 * A text without what Postgres cannot hold, and else as it is: for texts that stand elsewhere, too, where they must
 * read the same.
 */
export function storable(value: string): string {
  return value.replace(/\0|\p{Cs}/gu, '')
}

/** The same as stripControls on one line, trimmed. */
export function oneLine(value: string): string {
  const line = stripControls(value)
  return (/[^\S ]| {2}/.test(line) ? line.replace(/\s+/g, ' ') : line).trim()
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2999

/**
 * Is this an instant, or a day, of a year that calendars have? Databases know none before the year 1, and screens none
 * with six digits.
 */
export function isInstant(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** @param text "YYYY-MM-DD" */
export function isDay(text: string): boolean {
  return isInstant(`${text}T00:00:00Z`)
}
