import type { Database } from '@/lib/platform/db'
import { settleBidi } from '@/lib/platform/bidi'
import type { OverridableField, Snapshot } from '@/lib/program/snapshot'
import { listStoredSessions, type StoredRow } from '../bring-in/stored-sessions'
import { fieldText } from '../bring-in/preview/field-text'
import { decidedGroups } from './fields'
import type { PartField } from './part-fields'
import { ofShown, readSaid, shownNow } from './read-said'

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
  return ownedOf(stored, shown)
}

/**
 * The decided fields of every session of a conference that has some, by session; those of no source are left out.
 * @param ids of those that are wanted; absent: all
 */
export async function listOwnedSessions(
  db: Database,
  conferenceId: string,
  ids?: readonly string[],
): Promise<Map<string, OwnedField[][]>> {
  const decided = await db.session.findMany({
    where: {
      conferenceId,
      id: ids && { in: [...ids] },
      sourceId: { not: null },
      overrides: { some: { givenBackIn: null } },
    },
    select: { id: true, ...ofShown },
  })
  const sources = [...new Set(decided.flatMap(({ sourceId }) => sourceId ?? []))]
  const stored = (await Promise.all(sources.map((sourceId) => listStoredSessions(db, sourceId)))).flat()
  const storedOf = new Map(stored.map((one) => [one.id, one]))
  return new Map(
    decided.flatMap((session) => {
      const known = storedOf.get(session.id)
      return known ? [[session.id, ownedOf(known, shownNow(known, session))] as const] : []
    }),
  )
}

function ownedOf(stored: StoredRow, shown: Snapshot): OwnedField[][] {
  return decidedGroups(stored.overridden).map((fields) =>
    fields.map((field) => ({ field, own: textOf(shown, field), says: textOf(stored.imported, field) })),
  )
}

function textOf(said: Snapshot, field: OverridableField): string {
  if (field === 'status') return said.cancelled ? 'cancelled' : 'confirmed'
  return settleBidi(fieldText(said[field]))
}
