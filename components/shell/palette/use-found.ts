import { useMemo } from 'react'
import { noteHref, usePlacedNotes } from '@/components/notes/list/use-placed-notes'
import { sayWhen } from '@/lib/i18n/dates'
import { useCaptions } from '@/lib/notes/device/photos/use-list-photos'
import { searchNotes } from '@/lib/notes/search-notes'
import { hasWords, queryWords } from '@/lib/platform/search/fold'
import { searchSessions } from '@/lib/planning/search/search'
import { pageAddress } from '@/lib/program/addresses'
import { partsOf, roomNames } from '@/lib/program/agenda-parts'
import { useAgenda } from '@/lib/program/device/use-agenda'
import type { FoundGroup } from './palette-words'

const MOST = { sessions: 8, speakers: 5, rooms: 5, notes: 5 } as const

/** What of a conference the words typed so far lead to; nothing without any. */
export function useFound(slug: string, language: string, typed: string): FoundGroup[] {
  const { agenda } = useAgenda(slug)
  const { id = '', timeZone = 'UTC' } = agenda?.conference ?? {}
  const { notes } = usePlacedNotes({ id, slug, name: '', timeZone }, agenda)
  const captions = useCaptions(id, notes.length > 0)
  const parts = useMemo(() => agenda && partsOf(agenda), [agenda])
  return useMemo(() => {
    const words = queryWords(typed)
    const isFound = ({ name }: { name: string }) => hasWords(name, words)
    if (!agenda || !parts || words.length === 0) return []
    return [
      {
        name: 'sessions',
        ways: searchSessions(agenda, typed)
          .slice(0, MOST.sessions)
          .map((session) => ({
            href: pageAddress(slug, 'session', session.slug),
            name: session.title,
            lang: session.language,
            facts: [sayWhen(session, { timeZone, language }), roomNames(session, parts)],
          })),
      },
      {
        name: 'speakers',
        ways: agenda.speakers
          .filter(isFound)
          .slice(0, MOST.speakers)
          .map((one) => ({ href: pageAddress(slug, 'speaker', one.slug), name: one.name, facts: [one.company] })),
      },
      {
        name: 'rooms',
        ways: agenda.rooms
          .filter(isFound)
          .slice(0, MOST.rooms)
          .map((one) => ({ href: pageAddress(slug, 'room', one.slug), name: one.name })),
      },
      {
        name: 'notes',
        ways: searchNotes(notes, typed, { parts, captionsOf: (note) => captions.get(note) ?? [] })
          .slice(0, MOST.notes)
          .map((note) => ({ href: noteHref(slug, note), name: note.title })),
      },
    ]
  }, [agenda, parts, notes, captions, slug, typed, timeZone, language])
}
