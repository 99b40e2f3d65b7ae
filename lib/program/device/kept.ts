import type { Table } from 'dexie'
import type { Agenda } from '../agenda'
import type { ProgramChange } from '../program-change'

/** The last good programme of a conference, for a dead network. */
export type KeptAgenda = {
  slug: string
  etag: string | null
  agenda: Agenda
  /** When the server said so (ISO); what it said since is in the facts. */
  keptAt?: string
  /** Builds of before kept these three here. */
  goneAt?: string
  descriptions?: Record<string, string>
  descriptionsEtag?: string | null
}
/** The sessions' texts by id. */
export type KeptDescriptions = { slug: string; descriptions: Record<string, string> }
/** What is here of a kept conference, in few words: what every page reads in place of the programme itself. */
export type KeptFacts = {
  slug: string
  conference: { id: string; slug: string; name: string; version: number }
  /** Of the programme. */
  etag: string | null
  /** By which shape the programme was read before it was kept (AGENDA_SHAPE). */
  shape: string
  /** The pictures of its plans, by their keys. */
  plans: string[]
  /** When the server last said that it stands so (ISO). */
  keptAt?: string | undefined
  /** Since when the server is known not to have the conference any more, or not to show it (ISO). */
  goneAt?: string | undefined
  /** Of the texts that are here; absent: they were not fetched yet. */
  texts?: { etag: string | null } | undefined
  /** The version of which the list of changes is here. */
  changesOf?: number | undefined
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
    descriptions: Table<KeptDescriptions, string>
    keptFacts: Table<KeptFacts, string>
    changes: Table<KeptChanges, string>
    floorPlans: Table<KeptPlanPicture, string>
  }
}
