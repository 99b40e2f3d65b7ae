/** A row of what changed in a programme. */
export type ProgramChange = {
  sessionId: string
  /** A field of a session, or "added", "cancelled", "restored". */
  field: string
  old: unknown
  new: unknown
  version: number
  /** ISO, UTC. */
  at: string
}
