import { settleBidi } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import { fieldText } from '../bring-in/preview/field-text'
import { listParts } from '../edit/part'
import type { OwnedField } from './list-owned'
import { partGroups, type OwnedKind, type PartField, type PartValues } from './part-fields'

/**
 * The decided fields of a conference's rooms or speakers, in groups that are given back as one, by part; those without
 * one are left out. @param id of the only part that is wanted; absent: all
 */
export async function listOwnedParts(
  db: Database,
  conferenceId: string,
  kind: OwnedKind,
  id?: string,
): Promise<Map<string, OwnedField[][]>> {
  const parts = await listParts(db, conferenceId, kind, id === undefined ? undefined : [id])
  return new Map(
    parts.flatMap((part) => {
      const { said, shown, decided } = part
      if (!said || decided.length === 0) return []
      const owned = partGroups(decided).map((fields) =>
        fields
          .map((field) => ({ field, own: textOf(shown, field), says: textOf(said, field) }))
          // Of what only goes along, no word where it is the same.
          .filter(({ own, says }, index) => index === 0 || own !== says),
      )
      return [[part.id, owned] as const]
    }),
  )
}

function textOf(values: PartValues, field: PartField): string {
  return settleBidi(fieldText(values[field] ?? null))
}
