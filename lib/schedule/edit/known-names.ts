import { Prisma } from '@/generated/prisma/client'
import { keyOfBefore, nameKey } from '@/lib/program/names/name-key'

type Tx = Prisma.TransactionClient
type Alias = { key: string; /** Null: made when names were compared more loosely. */ name: string | null }
export type NamedPart = { id: string; name: string; archivedAt: Date | null; aliases: Alias[] }

/** Finds a part by a name that a source or a person gives it. */
export type FindByName = (name: string) => string | undefined

/**
 * Which part a name means: the one with that spelling, else the one that is called so, else the one whose spelling is
 * of the time when "C", "C++" and "C#" were one key. Such a one is believed where nothing says otherwise: if sources
 * call the part as it is called today, the others of that key are not it.
 * @param said every name that a source gave to a part of this kind; asked for only where there are spellings of that
 * time
 */
export function finderOf(parts: readonly NamedPart[], said: readonly string[]): FindByName {
  const spellings = new Map(
    parts.flatMap(({ id, aliases }) => aliases.flatMap(({ key, name }) => (name === null ? [] : [[key, id] as const]))),
  )
  const called = new Map(
    parts
      .filter(({ archivedAt }) => archivedAt === null)
      .toReversed()
      .map(({ id, name }) => [nameKey(name), id]),
  )
  const before = new Map(
    parts.flatMap((part) => part.aliases.flatMap(({ key, name }) => (name === null ? [[key, part] as const] : []))),
  )
  const saidKeys = new Set(said.map(nameKey))
  return (name) => {
    const found = spellings.get(nameKey(name)) ?? called.get(nameKey(name))
    const old = found === undefined ? before.get(keyOfBefore(name)) : undefined
    const isOtherwiseCalled =
      old !== undefined && keyOfBefore(old.name) === keyOfBefore(name) && saidKeys.has(nameKey(old.name))
    return found ?? (isOtherwiseCalled ? undefined : old?.id)
  }
}

/** Are there spellings of the time when names were compared more loosely? */
export function hasOldSpellings(parts: readonly NamedPart[]): boolean {
  return parts.some(({ aliases }) => aliases.some(({ name }) => name === null))
}

/** Finds the rooms, or the tracks, of a conference by what sources call them. */
export async function findNames(tx: Tx, conferenceId: string, of: 'rooms' | 'track'): Promise<FindByName> {
  const query = {
    where: { conferenceId },
    select: { id: true, name: true, archivedAt: true, aliases: { select: { key: true, name: true } } },
    orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  }
  const parts = of === 'rooms' ? await tx.room.findMany(query) : await tx.track.findMany(query)
  return finderOf(parts, hasOldSpellings(parts) ? await listSaidNames(tx, conferenceId, of) : [])
}

/** The names that sources gave to the rooms, or to the tracks, of a conference. */
export async function listSaidNames(tx: Tx, conferenceId: string, of: 'rooms' | 'track'): Promise<string[]> {
  const value =
    of === 'rooms'
      ? Prisma.sql`jsonb_array_elements_text(coalesce("imported"->'rooms', '[]'::jsonb))`
      : Prisma.sql`"imported"->>'track'`
  const rows = await tx.$queryRaw<{ name: string | null }[]>`
    SELECT DISTINCT ${value} AS "name" FROM "Session"
    WHERE "conferenceId" = ${conferenceId}::uuid AND "imported" IS NOT NULL`
  return rows.flatMap(({ name }) => name ?? [])
}

/** Of parts that are to be known by one name in one step, the first, as if they came one after the other. */
export function withFirst<Named extends { name: string; id: string }>(names: readonly Named[]): Named[] {
  const owner = new Map(names.toReversed().map(({ name, id }) => [nameKey(name), id]))
  return names.filter(({ name, id }) => owner.get(nameKey(name)) === id)
}

/**
 * Keeps by which names parts are known. One that is known already stays with its part; a spelling of before gives way.
 */
export async function rememberNames(
  tx: Tx,
  of: 'rooms' | 'track',
  conferenceId: string,
  names: { name: string; id: string }[],
): Promise<void> {
  if (names.length === 0) return
  const [table, column] =
    of === 'rooms'
      ? [Prisma.raw('"RoomAlias"'), Prisma.raw('"roomId"')]
      : [Prisma.raw('"TrackAlias"'), Prisma.raw('"trackId"')]
  const rows = [...new Map(names.map(({ name, id }) => [nameKey(name), { key: nameKey(name), name, id }])).values()]
  await tx.$executeRaw`
    INSERT INTO ${table} AS known ("conferenceId", "key", "name", ${column})
    SELECT ${conferenceId}::uuid, r."key", r."name", r."id"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("key" text, "name" text, "id" uuid)
    ON CONFLICT ("conferenceId", "key") DO UPDATE
    SET "name" = excluded."name", ${column} = excluded.${column} WHERE known."name" IS NULL`
}
