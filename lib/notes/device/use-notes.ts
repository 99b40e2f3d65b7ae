import { useEffect, useMemo } from 'react'
import type { Note } from '@/lib/notes/schema'
import { askedNotes } from './asked-notes'
import { useLocalState } from '@/lib/sync/client/store/local-state'

const none: readonly Note[] = []

type UsedNotes = { /** The newest first. */ notes: readonly Note[]; ready: boolean }

/**
 * My notes of a conference, from this device's own store, without deleted ones.
 * @param conferenceId null: of all conferences
 */
export function useNotes(conferenceId: string | null): UsedNotes {
  return useSomeNotes(conferenceId, false)
}

/** The notes of a conference that can be brought back. @param conferenceId null: of all conferences */
export function useDeletedNotes(conferenceId: string | null): UsedNotes {
  return useSomeNotes(conferenceId, true)
}

function useSomeNotes(conferenceId: string | null, areDeleted: boolean): UsedNotes {
  const all = useLocalState((state) => state.notes ?? none)
  const ready = useLocalState((state) => state.notesReady ?? false)
  useEffect(() => askedNotes.ask('notes'), [])
  const notes = useMemo(
    () =>
      all.filter(
        (note) =>
          (conferenceId === null || note.conferenceId === conferenceId) &&
          (note.deletedAt !== undefined) === areDeleted,
      ),
    [all, conferenceId, areDeleted],
  )
  return { notes, ready }
}
