import type { Table } from 'dexie'
import type { Agenda } from '../agenda'
import type { ProgramChange } from '../program-change'

/** The last good programme of a conference, for a dead network. */
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
/** What changed in a conference's programme. */
export type KeptChanges = {
  slug: string
  conferenceId: string
  /** Of the programme, when the server was last asked. */ version: number
  etag: string | null
  changes: ProgramChange[]
}

/** The picture of a floor's plan, by its key. What a key stands for never changes. */
export type KeptPlanPicture = { picture: string; slug: string; blob: Blob }

declare module '@/lib/sync/client/kind' {
  interface Tables {
    agendas: Table<KeptAgenda, string>
    changes: Table<KeptChanges, string>
    floorPlans: Table<KeptPlanPicture, string>
  }
}
