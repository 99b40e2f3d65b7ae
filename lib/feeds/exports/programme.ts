import type { SessionFlag } from '@/lib/program/session-flags'
import type { SessionKind } from '@/lib/program/session-kinds'

/** A conference's programme as every file that leaves Hallway has it: whole, public, its parts joined. */
export type ExportedProgramme = {
  conference: {
    slug: string
    name: string
    /** frab's own short name: a–z 0–9, four or more. */
    acronym: string
    language: string
    timeZone: string
    venue: string | null
    /** The conference's own website. */
    url: string | null
    version: number
  }
  /** The address for links, without a trailing slash. */
  publicUrl: string
  /** Every day with a session, "YYYY-MM-DD", in order; of one without a time, too. */
  days: string[]
  rooms: ExportedRoom[]
  tracks: ExportedTrack[]
  /** By day, then start (those without a time last), then room, then title. */
  sessions: ExportedSession[]
}

export type ExportedRoom = { id: string; slug: string; name: string; capacity: number | null }
export type ExportedTrack = { slug: string; name: string }
export type ExportedSpeaker = { id: string; slug: string; name: string; company: string | null; bio: string | null }

export type ExportedSession = {
  /** A UUID that never changes. */
  id: string
  /** Positive, unique in the conference, never given twice. */
  number: number
  /** Last part of its address. */
  slug: string
  title: string
  description: string | null
  kind: SessionKind
  status: 'confirmed' | 'tentative' | 'cancelled'
  dayOn: string
  /** Null: time to be announced. */
  startAt: Date | null
  endAt: Date | null
  rooms: ExportedRoom[]
  track: ExportedTrack | null
  /** The co-located event's name. */
  colocated: string | null
  speakers: ExportedSpeaker[]
  language: string | null
  capacity: number | null
  level: string | null
  flags: readonly SessionFlag[]
  /** Where its source says more about it. */
  url: string | null
  slidesUrl: string | null
  replayUrl: string | null
}

/** One file of a conference's programme. Its name is its path below /c/<slug>/. */
export type Exporter = {
  path: string
  mediaType: string
  /** Kept as a file by whoever opens it, not shown. */
  isDownload?: boolean
  /** The same programme gives the same text. Null where there is nothing to say. */
  write: (programme: ExportedProgramme) => string | null
}
