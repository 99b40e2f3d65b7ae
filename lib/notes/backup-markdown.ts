import type { Agenda } from '@/lib/schedule/agenda'
import { partsOf } from '@/lib/schedule/agenda-parts'
import { exportNotes, type ExportedFile, type ExportWords } from './export'
import { placeNotes, type NoteHere } from './place-notes'

type KeptNote = NoteHere & { conferenceId: string; deletedAt?: string }

/**
 * The notes of all conferences as people read them, those that are not deleted. Of a conference whose programme is not on
 * this device only the id is known, and UTC.
 */
export function markdownOf(notes: readonly KeptNote[], agendas: readonly Agenda[], words: ExportWords): ExportedFile[] {
  const byConference = new Map(agendas.map((agenda) => [agenda.conference.id, agenda]))
  const standing = notes.filter(({ deletedAt }) => !deletedAt)
  return [...new Set(standing.map(({ conferenceId }) => conferenceId))].flatMap((id) => {
    const agenda = byConference.get(id)
    const parts = agenda ? partsOf(agenda) : null
    const conference = agenda?.conference ?? { slug: id, name: id, timeZone: 'UTC' }
    const placed = placeNotes(standing.filter(({ conferenceId }) => conferenceId === id), parts?.sessions ?? new Map(), conference.timeZone)
    return exportNotes(placed, { conference, parts, words })
  })
}
