import { plainWords } from '../reading/day-words'
import { plainText } from '../reading/plain-text'
import { mapByHeaders, plainName } from './headers'
import type { Table } from './table'

/** What a table of speakers says of one of them. */
export type KnownSpeaker = { company: string | null; tagline: string | null; bio: string | null }

const owner = '(?:(?:full|display|short|public|current|speaker|your) )*'
const columns = {
  name: named('name|speaker|nom|nom complet|intervenante?|sprecher|sprecherin|naam|nombre|nome|氏名|名前'),
  first: named('first name|given name|prenom|vorname|voornaam'),
  last: named('last name|family name|surname|nom|nom de famille|nachname|achternaam'),
  bio: named('bio|biography|biographie|biografie|biografia|kurzbiographie|about|about me|vita|略歴'),
  tagline: named('job title|position|role|tagline|tag line|fonction|poste|funktion|functie|cargo|ruolo|役職'),
  talks: named('proposal titles?|session titles?|talks?|sessions?|proposals?'),
}
type Column = keyof typeof columns

/** Is this a list of people, as pretalx exports beside its sessions, and no schedule? */
export function isSpeakerTable(headers: readonly string[]): boolean {
  const { day, start, end, duration } = mapByHeaders(headers)
  const places = placesOf(headers)
  const isNamed = places.name >= 0 || (places.first >= 0 && places.last >= 0)
  return (
    !(day ?? start ?? end ?? duration) && isNamed && (places.bio >= 0 || (places.talks >= 0 && places.tagline >= 0))
  )
}

/**
 * The speakers of such tables by their names; a name that two people share names neither.
 * @returns what is known of a name as it stands beside a session
 */
export function knownSpeakers(tables: readonly Table[]): (name: string) => KnownSpeaker | null {
  const known = new Map<string, KnownSpeaker | null>()
  for (const { headers, rows } of tables) {
    const places = placesOf(headers)
    const company = headers.indexOf(mapByHeaders(headers).company ?? '')
    for (const { cells } of rows) {
      const get = (place: number) => cells[place] || null
      const name = get(places.name) ?? [get(places.first), get(places.last)].filter(Boolean).join(' ')
      const speaker = { company: get(company), tagline: get(places.tagline), bio: plainText(get(places.bio) ?? '') }
      if (name) known.set(keyOf(name), known.has(keyOf(name)) ? null : speaker)
    }
  }
  return (name) => known.get(keyOf(name)) ?? null
}

function named(words: string): RegExp {
  return new RegExp(`^${owner}(?:${words})$`, 'u')
}

function placesOf(headers: readonly string[]): Record<Column, number> {
  const names = headers.map((header) => plainName(header))
  const placeOf = (column: Column) => names.findIndex((name) => columns[column].test(name))
  return {
    name: placeOf('name'),
    first: placeOf('first'),
    last: placeOf('last'),
    bio: placeOf('bio'),
    tagline: placeOf('tagline'),
    talks: placeOf('talks'),
  }
}

function keyOf(name: string): string {
  return plainWords(name).replace(/\s+/g, ' ')
}
