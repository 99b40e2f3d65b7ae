/**
 * The id of the note that a group writes on a session: every member's device makes the same, so that members who begin
 * at one moment, or without a network, write into one note.
 * @param groupId a random UUID, as is `sessionId`
 * @returns a UUID: the two laid over each other, marked as random as both are (RFC 9562 §5.4)
 */
export function sharedNoteId(groupId: string, sessionId: string): string {
  const [group, session] = [groupId, sessionId].map((id) => id.replaceAll('-', ''))
  const digits = Array.from({ length: 32 }, (_, index) => digitOf(group, index) ^ digitOf(session, index))
  digits[12] = 4
  digits[16] = 8 | ((digits[16] ?? 0) % 4)
  const hex = digits.map((digit) => digit.toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function digitOf(id: string | undefined, index: number): number {
  return Number.parseInt(id?.[index] ?? '0', 16)
}
