import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { settleLines } from '@/lib/platform/bidi'
import { AppError } from '@/lib/platform/errors'
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
import { overrideAll, type Decider } from './override'
import { writeParts } from './parts/write-parts'

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
  return (await readParts(tx, conferenceId, kind, [id]))(id)
}

/**
 * Reads several at once.
 * @returns gives each by its id. @throws {AppError} NOT_FOUND when the conference has no such part that stands
 */
export async function readParts(
  tx: Database,
  conferenceId: string,
  kind: OwnedKind,
  ids: readonly string[],
): Promise<(id: string) => StoredPart> {
  const parts = new Map((await listParts(tx, conferenceId, kind, ids)).map((part) => [part.id, part]))
  return (id) => {
    const part = parts.get(id)
    if (!part) throw new AppError('NOT_FOUND', kind)
    return part
  }
}

/** The rooms, or the speakers, that stand. @param ids of those that are wanted; absent: all */
export async function listParts(
  db: Database,
  conferenceId: string,
  kind: OwnedKind,
  ids?: readonly string[],
): Promise<StoredPart[]> {
  const where = { conferenceId, archivedAt: null, id: ids && { in: [...ids] } }
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
 * Corrects rooms, or speakers, however many there are in a few statements. Of one that a source speaks for, each field
 * that changes becomes an override, which later imports keep.
 * @returns whether anything changed
 */
export async function editParts(
  tx: Tx,
  program: ChangedProgram,
  kind: OwnedKind,
  edits: readonly { part: StoredPart; edit: PartValues }[],
  by: Decider,
): Promise<boolean> {
  const changed = edits.flatMap(({ part, edit }) => {
    const fields = partFields[kind].filter((field) => !isShown(part.shown[field], edit[field]))
    return fields.length > 0 ? [{ part, fields, values: pick(edit, fields), edit }] : []
  })
  if (changed.length === 0) return false
  await writeParts(tx, program, kind, changed, by.now)
  const decided = changed.flatMap(({ part: { id, said }, fields, edit }) => {
    const along = said ? [...new Set(fields.flatMap(decidedWith))] : []
    return along.map((field) => ({ id, field, value: edit[field] ?? null }))
  })
  await overrideAll(tx, kind === 'room' ? 'roomId' : 'speakerId', decided, by)
  return true
}

/** Whose overrides they are. */
export function overrideOf({ kind, id }: Pick<StoredPart, 'kind' | 'id'>) {
  return kind === 'room' ? { roomId: id } : { speakerId: id }
}

/** Some of these values. */
export function pick(values: PartValues, fields: readonly PartField[]): PartValues {
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
}

/** Is this what a form shows of that value? Forms trim, and settle the direction of what others wrote. */
function isShown(value: PartValue = null, given: PartValue = null): boolean {
  const shown = typeof value === 'string' ? settleLines(value).trim() || null : value
  return isSameValue(value, given) || isSameValue(shown, given)
}
