import type { SessionField } from '@/lib/program/snapshot'
import type { MergedKind, MovedThing } from './kinds'

type Tables = {
  /** Which field of a session names parts of this kind. */
  field: SessionField & ('rooms' | 'track' | 'speakers')
  /** Where sessions have the part. A list: a session may have both of two parts, in an order. */
  sessions: { table: string; column: string; session: string; isList: boolean }
  /** By which names sources know it. */
  names: { table: string; column: string }
  /** What else hangs on it, and of which rows a preview speaks. */
  things: { thing: MovedThing; table: string; column: string; standing: string }[]
}

/**
 * What moves where two parts become one, declared once: for the preview, for merging and for taking it back. A table
 * that refers to a room, a track or a speaker must stand here (merge-parts.test.ts asks Postgres).
 */
export const tables: Readonly<Record<MergedKind, Tables>> = {
  room: {
    field: 'rooms',
    sessions: { table: 'SessionRoom', column: 'roomId', session: 'sessionId', isList: true },
    names: { table: 'RoomAlias', column: 'roomId' },
    things: [
      { thing: 'readings', table: 'Reading', column: 'roomId', standing: 'true' },
      { thing: 'stewardLinks', table: 'StewardLink', column: 'roomId', standing: '"revokedAt" IS NULL' },
      { thing: 'announcements', table: 'Announcement', column: 'roomId', standing: '"withdrawnAt" IS NULL' },
    ],
  },
  track: {
    field: 'track',
    sessions: { table: 'Session', column: 'trackId', session: 'id', isList: false },
    names: { table: 'TrackAlias', column: 'trackId' },
    things: [],
  },
  speaker: {
    field: 'speakers',
    sessions: { table: 'SessionSpeaker', column: 'speakerId', session: 'sessionId', isList: true },
    names: { table: 'SpeakerAlias', column: 'speakerId' },
    things: [],
  },
}
