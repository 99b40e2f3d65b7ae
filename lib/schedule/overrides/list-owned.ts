import type { Database } from '@/lib/platform/db'
import { settleBidi } from '@/lib/platform/bidi'
import type { OverridableField, Snapshot } from '@/lib/program/snapshot'
import { fieldText } from '../bring-in/preview/field-text'
import { decidedGroups } from './fields'
import type { PartField } from './part-fields'
import { readSaid } from './read-said'

/** A field that somebody decided: what it is, and what the source says, as `fieldText` gives them. */
export type OwnedField = { field: OverridableField | PartField; own: string; says: string }

/** The decided fields of a session, in groups that are given back as one; none where it is of no source. */
export async function listOwned(
  db: Database,
  conferenceId: string,
  { id, sourceId }: { id: string; sourceId: string | null },
): Promise<OwnedField[][]> {
  if (sourceId === null) return []
  const { stored, shown } = await readSaid(db, conferenceId, id)
  return decidedGroups(stored.overridden).map((fields) =>
    fields.map((field) => ({ field, own: textOf(shown, field), says: textOf(stored.imported, field) })),
  )
}

function textOf(said: Snapshot, field: OverridableField): string {
  if (field === 'status') return said.cancelled ? 'cancelled' : 'confirmed'
  return settleBidi(fieldText(said[field]))
}
