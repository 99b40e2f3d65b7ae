import { Prisma } from '@/generated/prisma/client'
import type { MergedKind, MovedThing } from './kinds'
import type { WhatMoved } from './moved'
import { tables } from './tables'

type Tx = Prisma.TransactionClient
/** Of which part to which. */
export type FromTo = { kind: MergedKind; fromId: string; toId: string }

/** A name of our own table of tables, never of somebody's input. */
const named = (name: string) => Prisma.raw(`"${name}"`)

/** Gives sessions the other part; one that has both keeps one. */
export async function moveSessions(
  tx: Tx,
  { kind, fromId, toId }: FromTo,
): Promise<Pick<WhatMoved, 'sessions' | 'both'>> {
  const { sessions, isList, ...of } = columnsOf(kind)
  const both = isList
    ? await tx.$queryRaw<WhatMoved['both']>`
        DELETE FROM ${of.table} old USING ${of.table} other
        WHERE old.${of.column} = ${fromId}::uuid AND other.${of.column} = ${toId}::uuid
          AND other.${sessions} = old.${sessions}
        RETURNING old.${sessions}::text AS "id", old."position"`
    : []
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE ${of.table} SET ${of.column} = ${toId}::uuid WHERE ${of.column} = ${fromId}::uuid
    RETURNING ${sessions}::text AS "id"`
  return { sessions: moved.map(({ id }) => id), both }
}

/** Gives these sessions the other part. */
export async function moveSome(tx: Tx, { kind, fromId, toId }: FromTo, ids: readonly string[]): Promise<void> {
  const { sessions, table, column } = columnsOf(kind)
  await tx.$executeRaw`
    UPDATE ${table} SET ${column} = ${toId}::uuid
    WHERE ${column} = ${fromId}::uuid AND ${sessions} = ANY(${[...ids]}::uuid[])`
}

/** Gives sessions a part besides what they have; none where they have one of the kind at most. */
export async function addToSessions(
  tx: Tx,
  { kind, toId }: FromTo,
  places: readonly { id: string; position: number }[],
): Promise<void> {
  const { sessions, table, column, isList } = columnsOf(kind)
  if (!isList) return
  await tx.$executeRaw`
    INSERT INTO ${table} (${sessions}, ${column}, "position")
    SELECT r."id", ${toId}::uuid, r."position"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS r("id" uuid, "position" int)
    ON CONFLICT DO NOTHING`
}

/** Lets sources' names lead to the other part; each remembers with which merge it first came. */
export async function moveNames(tx: Tx, { kind, fromId, toId }: FromTo, mergeId: string): Promise<void> {
  const { table, column } = tables[kind].names
  await tx.$executeRaw`
    UPDATE ${named(table)} SET ${named(column)} = ${toId}::uuid, "mergeId" = COALESCE("mergeId", ${mergeId}::uuid)
    WHERE ${named(column)} = ${fromId}::uuid`
}

/**
 * Gives back the names that came with a merge, whoever has them now: the part's own, and those that it had by merges
 * before, which it has by those again.
 */
export async function returnNames(
  tx: Tx,
  { kind, fromId, toId }: FromTo,
  mergeId: string,
  before: readonly string[],
): Promise<void> {
  const { table, column } = tables[kind].names
  await tx.$executeRaw`
    UPDATE ${named(table)} SET ${named(column)} = ${toId}::uuid, "mergeId" = NULL WHERE "mergeId" = ${mergeId}::uuid`
  await tx.$executeRaw`
    UPDATE ${named(table)} SET ${named(column)} = ${toId}::uuid
    WHERE "mergeId" = ANY(${[...before]}::uuid[]) AND ${named(column)} = ${fromId}::uuid`
}

/** Moves what else hangs on a part. @param only these rows; absent: all */
export async function moveThings(
  tx: Tx,
  { kind, fromId, toId }: FromTo,
  only?: Record<MovedThing, readonly string[]>,
): Promise<Record<MovedThing, string[]>> {
  const moved: Record<MovedThing, string[]> = { readings: [], stewardLinks: [], announcements: [] }
  for (const { thing, table, column } of tables[kind].things) {
    const among = only ? Prisma.sql`AND "id" = ANY(${[...only[thing]]}::uuid[])` : Prisma.empty
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE ${named(table)} SET ${named(column)} = ${toId}::uuid
      WHERE ${named(column)} = ${fromId}::uuid ${among} RETURNING "id"::text`
    moved[thing] = rows.map(({ id }) => id)
  }
  return moved
}

/** How many rows of each thing hang on a part, of those that still count. */
export async function countThings(tx: Tx, kind: MergedKind, id: string): Promise<Record<MovedThing, number>> {
  const counts: Record<MovedThing, number> = { readings: 0, stewardLinks: 0, announcements: 0 }
  for (const { thing, table, column, standing } of tables[kind].things) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM ${named(table)}
      WHERE ${named(column)} = ${id}::uuid AND ${Prisma.raw(standing)}`
    counts[thing] = row?.count ?? 0
  }
  return counts
}

function columnsOf(kind: MergedKind) {
  const { table, column, session, isList } = tables[kind].sessions
  return { table: named(table), column: named(column), sessions: named(session), isList }
}
