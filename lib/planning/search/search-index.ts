import { onceFor } from '@/lib/platform/once-for'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { fold } from '@/lib/platform/search/fold'

/** What a word found here is worth. */
export const weights = { title: 8, speakers: 5, companies: 3, places: 2, description: 1 } as const

export type WeightedText = { text: string; weight: number }
type Indexed = { session: AgendaSession; fields: WeightedText[] }

// Folding a whole programme takes longer than searching it, and one types letter by letter.

/** An agenda's fields as they are searched, made once. */
export const indexOf = onceFor((agenda: Agenda): Indexed[] => {
  const parts = partsOf(agenda)
  return agenda.sessions.map((session) => {
    const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
    const places = [
      ...session.rooms.map((id) => parts.rooms.get(id)?.name),
      parts.tracks.get(session.track ?? '')?.name,
      parts.colocatedEvents.get(session.colocated ?? '')?.name,
    ]
    return {
      session,
      fields: [
        { text: fold(session.title), weight: weights.title },
        { text: fold(speakers.map(({ name }) => name).join('\n')), weight: weights.speakers },
        { text: fold(speakers.map(({ company }) => company ?? '').join('\n')), weight: weights.companies },
        { text: fold(places.map((name) => name ?? '').join('\n')), weight: weights.places },
      ],
    }
  })
})

/**
 * Folds the descriptions of sessions for searching, once for as long as the map is the same.
 * @param descriptions by session id
 */
export const foldedTexts = onceFor(
  (descriptions: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map([...descriptions].map(([id, text]) => [id, fold(text)])),
)
