import { useCallback, useMemo } from 'react'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import { useKeptAgendas } from '@/lib/program/device/use-kept-agendas'
import type { NotesConference } from './notes-conference'

/** A conference as this device knows it, for notes at an address that names none. */
export type ConferenceOnDevice = NotesConference & {
  agenda: Agenda | null
  /** When it was deleted (ISO). */ deletedAt?: string
}

/**
 * Finds the conference of a note: as its programme on this device says; else, of a deleted one, by what the server told
 * with the note, without a programme and with a slug that is no address; else null.
 */
export function useNotesConferences(): { ready: boolean; conferenceOf: (note: Note) => ConferenceOnDevice | null } {
  const kept = useKeptAgendas('all')
  const agendas = useMemo(() => kept && new Map(kept.map((agenda) => [agenda.conference.id, agenda])), [kept])
  const conferenceOf = useCallback(
    ({ conferenceId: id, belonged }: Note): ConferenceOnDevice | null => {
      const agenda = agendas?.get(id) ?? null
      const deleted = belonged && { deletedAt: belonged.since }
      if (agenda)
        return {
          id,
          slug: agenda.conference.slug,
          name: agenda.conference.name,
          timeZone: agenda.conference.timeZone,
          agenda,
          ...deleted,
        }
      return belonged
        ? {
            id,
            slug: `${belonged.conference} ${id.slice(0, 8)}`,
            name: belonged.conference,
            timeZone: belonged.timeZone,
            agenda,
            ...deleted,
          }
        : null
    },
    [agendas],
  )
  return { ready: agendas !== null, conferenceOf }
}
