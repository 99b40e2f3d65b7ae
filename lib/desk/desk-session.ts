import type { SessionKind } from '@/lib/program/session-kinds'

/** A session as its organizers look at it: not cancelled, with a time. */
export type DeskSession = {
  id: string
  /** What its address ends with. */ slug: string
  title: string
  language: string | null
  kind: SessionKind
  /** `2026-03-25`, on the conference's clocks. */ dayOn: string
  startAt: Date
  endAt: Date | null
  /** The co-located event or block that it is part of. */ parentId: string | null
  roomIds: readonly string[]
  speakerIds: readonly string[]
  /** Its own, else its rooms' together; null: not known. */ capacity: number | null
}
