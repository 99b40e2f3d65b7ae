import type { SessionFlag } from '@/lib/program/session-flags'

/** What a mark in a title says, whole: "SOLD OUT", "ALL ACCESS PASS REQUIRED", "separate registrations required". */
const marks: [RegExp, SessionFlag][] = [
  [/^(?:sold out|fully booked|complet)$/i, 'sold-out'],
  [/^(?:separate |additional |pre-?)?(?:registrations?|all[- ]access pass) required$/i, 'separate-registration'],
]

/** A mark in brackets at the beginning or the end, or behind the last bar. */
const places = [
  /^[[(](?<mark>[^[\]()]{1,60})[\])]\s*(?<title>\S.*)$/s,
  /^(?<title>.*\S)\s*[[(](?<mark>[^[\]()]{1,60})[\])]$/s,
  /^(?<title>.*\S)\s*\|\s*(?<mark>[^|]{1,60})$/s,
]

/**
 * Takes out of a title what it says of seats and passes: "[SOLD OUT] Knots | SEPARATE REGISTRATION REQUIRED" is
 * "Knots", with both flags. A title that is nothing but such words stays whole.
 */
export function titleFlags(title: string): { title: string; flags: SessionFlag[] } {
  for (const place of places) {
    const { mark = '', title: rest = '' } = place.exec(title)?.groups ?? {}
    const [, flag] = marks.find(([pattern]) => pattern.test(mark.trim())) ?? []
    if (!flag) continue
    const more = titleFlags(rest)
    return { title: more.title, flags: [...new Set([flag, ...more.flags])] }
  }
  return { title, flags: [] }
}
