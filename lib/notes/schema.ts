import { z } from 'zod'
import { idField, instantField, lineField } from '@/lib/platform/fields'

/** A note as screens read it; instants are ISO, UTC. */
export type Note = {
  id: string
  conferenceId: string
  sessionId?: string
  groupId?: string
  /** It is no group's any more, but was one's, or a copy of one's: others may have written in it. */ together?: boolean
  place?: string
  text: string
  notedAt: string
  updatedAt: string
  deletedAt?: string
  belonged?: Belonged
}

/** Where a note belongs whose conference was deleted: there is no programme that would say it. */
export type Belonged = {
  conference: string
  timeZone: string
  /** When the conference was deleted. */ since: string
  session?: string
  day?: string
  startAt?: string
}

/** The most characters that a note may have. */
export const MOST_NOTE_CHARACTERS = 200_000

// What a document of that length may weigh with all that was deleted from it, as base64.
const MOST_UPDATE_CHARACTERS = 6_000_000

/**
 * What was typed into a note, as a Yjs update of `doc.getText('text')`, in base64; the first one makes the note.
 * `together`: others wrote in it, though it is no group's (a copy that was restored). `wholeIfAsked`: its device sends
 * the whole document when it is told BASE_MISSING; devices of before could not read that.
 */
export const editNoteSchema = z.object({
  id: idField(),
  conferenceId: idField(),
  sessionId: idField().optional(),
  groupId: idField().optional(),
  together: z.boolean().optional(),
  place: lineField().max(200).optional(),
  notedAt: instantField(),
  update: z.base64().max(MOST_UPDATE_CHARACTERS),
  wholeIfAsked: z.boolean().optional(),
})
export const deleteNoteSchema = z.object({ id: idField() })
export const restoreNoteSchema = z.object({ id: idField() })

export type EditNote = z.output<typeof editNoteSchema>
export type DeleteNote = z.output<typeof deleteNoteSchema>
export type RestoreNote = z.output<typeof restoreNoteSchema>
