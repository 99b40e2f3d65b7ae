import { sessionFlags, type SessionFlag } from '@/lib/program/session-flags'

/**
 * What a mark in a title says, whole: "SOLD OUT", "ALL ACCESS PASS REQUIRED", "sur inscription"; in English, French,
 * German and Dutch, and the words for a full room in a few more.
 */
const words: Record<SessionFlag, string[]> = {
  'sold-out': [
    'sold[ -]out|fully booked|complet|ausgebucht|ausverkauft|volgeboekt|uitverkocht',
    'agotad[oa]|esgotad[oa]|esaurit[oa]|満席',
  ],
  'separate-registration': [
    '(?:separate |additional |extra |pre-?)?registrations? (?:is )?required',
    '(?:separate|additional|extra) registrations?',
    'all[- ]access pass required|rsvp required|invitation only|invite[- ]only',
    'sur (?:inscription|invitation)|inscription (?:séparée|requise|obligatoire)',
    '(?:separate )?anmeldung erforderlich|separate anmeldung|aparte aanmelding|aanmelding (?:vereist|verplicht)',
  ],
}
const marks = sessionFlags.map((flag) => [new RegExp(`^(?:${words[flag].join('|')})[ !]*$`, 'i'), flag] as const)

/** A mark in brackets or stars at the beginning or the end, behind the last bar or dash, or before a colon. */
const places = [
  /^[[(](?<mark>[^[\]()]{1,60})[\])]\s*(?:[-–—:|]\s*)?(?<title>\S.*)$/s,
  /^(?<title>.*\S)\s*[[(](?<mark>[^[\]()]{1,60})[\])]$/s,
  /^\*+(?<mark>[^*]{1,60})\*+\s*(?<title>\S.*)$/s,
  /^(?<title>.*\S)\s*\|\s*(?<mark>[^|]{1,60})$/s,
  /^(?<title>.*\S)\s[-–—]\s+(?<mark>[^-–—]{1,60})$/s,
  /^(?<mark>[^:|–—-]{1,60}?)\s*(?::|\s[-–—|])\s+(?<title>\S.*)$/s,
]

/**
 * Takes out of a title what it says of seats and passes: "[SOLD OUT] Knots | SEPARATE REGISTRATION REQUIRED" is
 * "Knots", with both flags. A title that is nothing but such words stays whole.
 */
export function titleFlags(title: string): { title: string; flags: SessionFlag[] } {
  for (const place of places) {
    const { mark = '', title: rest = '' } = place.exec(title)?.groups ?? {}
    const flag = flagOfMark(mark)
    if (!flag) continue
    const more = titleFlags(rest)
    return { title: more.title, flags: [...new Set([flag, ...more.flags])] }
  }
  return { title, flags: [] }
}

/** The flag that a text is and nothing else ("Sold out!"); null for any other. */
export function flagOfMark(text: string): SessionFlag | null {
  return marks.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null
}
