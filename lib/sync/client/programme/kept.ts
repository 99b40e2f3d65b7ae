import type { Table } from 'dexie'
import type { ProgramChange } from '@/lib/planning/changes'
import type { Together } from '@/lib/planning/together'
import type { Agenda } from '@/lib/program/agenda'
import type { Announcements } from '@/lib/rooms/announcements-schema'

/** What the server tells everybody, as a device keeps it for a dead network. */

/** The last good programme of a conference. */
export type KeptAgenda = {
  slug: string
  etag: string | null
  agenda: Agenda
  /** The sessions' texts by id; absent: not fetched yet. */
  descriptions?: Record<string, string>
  descriptionsEtag?: string | null
  /** When the server last said that it stands so (ISO). */
  keptAt?: string
  /** Since when the server is known not to have the conference any more, or not to show it (ISO). */
  goneAt?: string
}
/** The last announcements of a conference. */
type KeptAnnouncements = { slug: string; list: Announcements }
/** What changed in a conference's programme. */
export type KeptChanges = {
  slug: string
  conferenceId: string
  /** Of the programme, when the server was last asked. */ version: number
  etag: string | null
  changes: ProgramChange[]
}
/** What members of my groups picked, as the server last told (when: ISO). */
type KeptTogether = { conferenceId: string; together: Together; keptAt: string }

declare module '@/lib/sync/client/kind' {
  interface Tables {
    agendas: Table<KeptAgenda, string>
    announcements: Table<KeptAnnouncements, string>
    changes: Table<KeptChanges, string>
    together: Table<KeptTogether, string>
  }
}
