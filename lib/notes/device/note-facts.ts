import type { NoteRow } from './rows'

/** Where a note is made, and with what. */
export type NewNote = {
  /** Made unless there is one already. */ id?: string
  conferenceId: string
  sessionId?: string
  groupId?: string
  together?: boolean
  place?: string
  text?: string
}
/** Where and of what a note is, for the edit that makes it. */
export type NoteFacts = Pick<
  NoteRow,
  'id' | 'conferenceId' | 'sessionId' | 'groupId' | 'together' | 'place' | 'notedAt'
>

/** @param notedAt ISO */
export function factsOf(
  { id, conferenceId, sessionId, groupId, together, place }: NewNote & { id: string },
  notedAt: string,
): NoteFacts {
  return {
    id,
    conferenceId,
    ...(sessionId && { sessionId }),
    ...(groupId && { groupId }),
    ...(together && { together }),
    ...(place && { place }),
    notedAt,
  }
}
