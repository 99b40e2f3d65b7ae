import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { settleLines } from '@/lib/platform/bidi'
import { AppError } from '@/lib/platform/errors'
import { addressAfterRename } from '@/lib/program/part-addresses'
import { isSameValue } from '@/lib/program/snapshot'
import {
  decidedWith,
  partFields,
  saidOfRoomSchema,
  saidOfSpeakerSchema,
  type OwnedKind,
  type PartField,
  type PartValue,
  type PartValues,
} from '../overrides/part-fields'
import type { ChangedProgram } from './conference-version'
import { rememberNames } from './known-names'
import { override, type Decider } from './override'

type Tx = Prisma.TransactionClient

/** A room or a speaker as it is shown, as its source says it, and what somebody decided of it. */
export type StoredPart = {
  kind: OwnedKind
  id: string
  name: string
  slug: string
  shown: PartValues
  /** Null: it is of no source. */ said: PartValues | null
  /** What somebody decided, and did not give back. */ decided: PartField[]
}

const common = {
  id: true,
  name: true,
  slug: true,
  imported: true,
  overrides: { where: { givenBackIn: null }, select: { field: true } },
} as const

/** @throws {AppError} NOT_FOUND when the conference has no such part that stands */
export async function readPart(tx: Database, conferenceId: string, kind: OwnedKind, id: string): Promise<StoredPart> {
  const [part] = await listParts(tx, conferenceId, kind, id)
  if (!part) throw new AppError('NOT_FOUND', kind)
  return part
}

/** The rooms, or the speakers, that stand. @param id of the only one that is wanted; absent: all */
export async function listParts(
  db: Database,
  conferenceId: string,
  kind: OwnedKind,
  id?: string,
): Promise<StoredPart[]> {
  const where = { conferenceId, archivedAt: null, id }
  if (kind === 'speaker') {
    const select = { ...common, company: true, tagline: true, bio: true }
    const rows = await db.speaker.findMany({ where, select })
    return rows.map(({ id, name, slug, imported, overrides, ...more }) => {
      const said = saidOfSpeakerSchema.nullable().parse(imported)
      return { kind, id, name, slug, shown: { name, ...more }, said, decided: decidedOf(kind, overrides) }
    })
  }
  const select = { ...common, floor: true, capacity: true, capacityKind: true }
  const rows = await db.room.findMany({ where, select })
  return rows.map(({ id, name, slug, imported, overrides, ...more }) => {
    const said = saidOfRoomSchema.nullable().parse(imported)
    return { kind, id, name, slug, shown: { name, ...more }, said, decided: decidedOf(kind, overrides) }
  })
}

function decidedOf(kind: OwnedKind, overrides: { field: string }[]): PartField[] {
  const fields = new Set(overrides.map(({ field }) => field))
  return partFields[kind].filter((field) => fields.has(field))
}

/**
 * Corrects a room or a speaker. Of one that a source speaks for, each field that changes becomes an override, which
 * later imports keep.
 * @returns whether anything changed
 */
export async function editPart(
  tx: Tx,
  program: ChangedProgram,
  part: StoredPart,
  edit: PartValues,
  by: Decider,
): Promise<boolean> {
  const changed = partFields[part.kind].filter((field) => !isShown(part.shown[field], edit[field]))
  if (changed.length === 0) return false
  await writePart(tx, program, part, pick(edit, changed), by.now)
  if (part.said)
    for (const field of new Set(changed.flatMap(decidedWith)))
      await override(tx, overrideOf(part), field, edit[field] ?? null, by)
  return true
}

/** Whose overrides they are. */
export function overrideOf({ kind, id }: Pick<StoredPart, 'kind' | 'id'>) {
  return kind === 'room' ? { roomId: id } : { speakerId: id }
}

/** Writes some fields of a part: its address follows its name. */
export async function writePart(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  { kind, id, name, slug, shown }: StoredPart,
  values: PartValues,
  now: Date,
): Promise<void> {
  const newName = typeof values.name === 'string' ? values.name : name
  const where = { conferenceId }
  const all =
    kind === 'room'
      ? await tx.room.findMany({ where, select: { slug: true } })
      : await tx.speaker.findMany({ where, select: { slug: true } })
  const address = await addressAfterRename(tx, { id, conferenceId, kind, slug, name, newName, all, now })
  const data = { ...shown, ...values, name: newName, slug: address }
  if (kind === 'speaker') {
    await tx.speaker.update({ where: { id }, data: saidOfSpeakerSchema.extend(slugged).parse(data) })
  } else {
    await tx.room.update({ where: { id }, data: saidOfRoomSchema.extend(slugged).parse(data) })
    await rememberNames(
      tx,
      'rooms',
      conferenceId,
      [name, newName].map((one) => ({ name: one, id })),
    )
  }
}

const slugged = { slug: saidOfRoomSchema.shape.name }

/** Some of these values. */
export function pick(values: PartValues, fields: readonly PartField[]): PartValues {
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
}

/** Is this what a form shows of that value? Forms trim, and settle the direction of what others wrote. */
function isShown(value: PartValue = null, given: PartValue = null): boolean {
  const shown = typeof value === 'string' ? settleLines(value).trim() || null : value
  return isSameValue(value, given) || isSameValue(shown, given)
}
