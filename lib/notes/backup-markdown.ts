import type { Agenda } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { exportNotes, type ExportedFile, type ExportWords } from './export'
import { placeNotes, type NoteHere } from './place-notes'

type KeptNote = NoteHere & { conferenceId: string; deletedAt?: string }

/**
 * The notes of all conferences as people read them, those that are not deleted. Of a conference whose programme is not
 * on this device only the id is known, and UTC; of a deleted one also what it was called, and its zone.
 */
export function markdownOf(notes: readonly KeptNote[], agendas: readonly Agenda[], words: ExportWords): ExportedFile[] {
  const byConference = new Map(agendas.map((agenda) => [agenda.conference.id, agenda]))
  const standing = notes.filter(({ deletedAt }) => !deletedAt)
  return [...new Set(standing.map(({ conferenceId }) => conferenceId))].flatMap((id) => {
    const agenda = byConference.get(id)
    const parts = agenda ? partsOf(agenda) : null
    const notesThere = standing.filter(({ conferenceId }) => conferenceId === id)
    const belonged = notesThere.find((note) => note.belonged)?.belonged
    const conference =
      agenda?.conference ??
      (belonged
        ? { slug: `${belonged.conference} ${id.slice(0, 8)}`, name: belonged.conference, timeZone: belonged.timeZone }
        : { slug: id, name: id, timeZone: 'UTC' })
    const placed = placeNotes(notesThere, parts?.sessions ?? new Map(), conference.timeZone)
    return exportNotes(placed, { conference, parts, words })
  })
}
