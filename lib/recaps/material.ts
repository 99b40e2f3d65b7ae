import type { Language } from '@/lib/i18n/languages'
import type { Attendance, Picks } from '@/lib/planning/schema'
import type { Agenda } from '@/lib/program/agenda'

export type MaterialNote = {
  id: string
  sessionId?: string
  place?: string
  text: string
  notedAt: string
  updatedAt: string
}
export type MaterialPhoto = { id: string; noteId: string; caption?: string; takenAt: string }
/** Where a session's slides and replay are, as far as they are known. */
export type SessionLinks = { slidesUrl?: string; replayUrl?: string }

/** All that one person brought home from a conference: what a recap is composed from. */
export type Material = {
  agenda: Agenda
  picks: Picks
  /** By session id, in the order in which they were marked. */
  attendances: ReadonlyMap<string, Attendance & { markedAt: string }>
  /** Their own, without deleted ones. */
  notes: readonly MaterialNote[]
  photos: readonly MaterialPhoto[]
  /** By session id. */
  links: ReadonlyMap<string, SessionLinks>
}

export type ComposeOptions = {
  language: Language
  /** What has not begun by then is not told as if it had been. ISO. */
  now: string
  /** "YYYY-MM-DD"; null: all days of the conference. */
  day: string | null
  /** Keys (markKey) of the people and sponsors who may be named; nobody else is. */
  chosen: ReadonlySet<string>
}

/** Names a mark of a note for as long as the note stays as it is. */
export function markKey(noteId: string, line: number): string {
  return `${noteId}:${line}`
}
