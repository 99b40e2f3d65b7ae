import { useCallback, useEffect, useState } from 'react'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { withEngine } from '@/lib/sync/client/store/local-state'
import type { NotesConference } from './notes-conference'

/** A conference as this device knows it, for notes at an address that names none. */
export type KnownConference = NotesConference & {
  agenda: Agenda | null
  /** When it was deleted (ISO). */ deletedAt?: string
}

/**
 * What each conference is called, by one of its notes: as its programme here says, else as the server told when it was
 * deleted.
 */
export function useNotesConferences(): { ready: boolean; conferenceOf: (note: Note) => KnownConference | null } {
  const [agendas, setAgendas] = useState<ReadonlyMap<string, Agenda> | null>(null)
  useEffect(() => {
    let isOver = false
    const read = Promise.all([
      withEngine().then((engine) => engine.store().agendas.toArray()),
      keepTrying(() => import('@/lib/sync/client/notes/readers')),
    ])
    // No store to be had: no programme is kept.
    void read
      .then(
        ([kept, { readAgenda }]) => kept.flatMap(({ agenda }) => readAgenda(agenda) ?? []),
        () => [],
      )
      .then((all) => {
        if (!isOver) setAgendas(new Map(all.map((agenda) => [agenda.conference.id, agenda])))
      })
    return () => void (isOver = true)
  }, [])
  const conferenceOf = useCallback(
    ({ conferenceId: id, belonged }: Note): KnownConference | null => {
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
