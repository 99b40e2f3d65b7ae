import { mixedDigits, randomUuidOf } from '@/lib/platform/ids/uuid'

/**
 * The id of the note that a group writes on a session: every member's device makes the same, so that members who begin
 * at one moment, or without a network, write into one note.
 * @param groupId a random UUID, as is `sessionId`
 * @returns a UUID: the two laid over each other
 */
export function sharedNoteId(groupId: string, sessionId: string): string {
  return randomUuidOf(mixedDigits(groupId, sessionId))
}
