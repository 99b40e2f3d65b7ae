import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { ArrivingSession, ImportContext } from './arriving-session'
import { insertRows } from './insert-rows'
import type { Places } from './import-places'

/** Puts sessions into the rooms that their source names, in its order. */
export async function linkRooms(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  places: Places,
): Promise<void> {
  const ids = storedIds(arrivals)
  if (ids.length > 0) await tx.sessionRoom.deleteMany({ where: { sessionId: { in: ids } } })
  const links = arrivals.flatMap(({ id, snapshot }) =>
    positions(snapshot.rooms.flatMap((name) => places.room(name) ?? [])).map(([roomId, position]) => ({
      sessionId: id,
      roomId,
      position,
    })),
  )
  await insertRows(tx, 'SessionRoom', links)
}

/** Gives sessions their speakers, in their order. */
export async function linkSpeakers(tx: Prisma.TransactionClient, arrivals: ArrivingSession[]): Promise<void> {
  const ids = storedIds(arrivals)
  if (ids.length > 0) await tx.sessionSpeaker.deleteMany({ where: { sessionId: { in: ids } } })
  const links = arrivals.flatMap(({ id, speakerIds }) =>
    positions(speakerIds).map(([speakerId, position]) => ({ sessionId: id, speakerId, position })),
  )
  await insertRows(tx, 'SessionSpeaker', links)
}

function storedIds(arrivals: ArrivingSession[]): string[] {
  return arrivals.filter(({ stored }) => stored !== null).map(({ id }) => id)
}

/** Each id once, with its place. Two spellings of a source can be one room. */
function positions(ids: string[]): [string, number][] {
  return [...new Set(ids)].map((id, position) => [id, position])
}

/**
 * Notes under which ids sessions came. Who came under another id has lost those that others have now: they were the
 * numbers of rows.
 */
export async function mapSourceIds(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  { sourceId, now }: ImportContext,
): Promise<void> {
  const came = new Set(arrivals.flatMap(({ sourceId: key }) => key ?? []))
  const lost = arrivals.flatMap(({ id, sourceId: key, stored }) =>
    key === null
      ? []
      : (stored?.sourceKeys ?? [])
          .filter((old) => old !== key && came.has(old))
          .map((old) => ({ key: old, sessionId: id })),
  )
  if (lost.length > 0)
    await tx.$executeRaw`
      DELETE FROM "SourceSession" s
      USING jsonb_to_recordset(${JSON.stringify(lost)}::jsonb) AS r("key" text, "sessionId" uuid)
      WHERE s."sourceId" = ${sourceId}::uuid AND s."key" = r."key" AND s."sessionId" = r."sessionId"`
  const rows = arrivals.flatMap(({ id, sourceId: key, stored }) =>
    key === null || stored?.sourceKeys.includes(key) ? [] : [{ key, id }],
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "SourceSession" ("sourceId", "key", "sessionId", "seenAt")
    SELECT ${sourceId}::uuid, r."key", r."id", ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("key" text, "id" uuid)
    ON CONFLICT ("sourceId", "key", "sessionId") DO NOTHING`
}

/** Writes what an import changed into the conference's history. */
export async function writeChanges(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  { conference, importRunId, userId, version, now }: ImportContext,
): Promise<void> {
  const shared = { conferenceId: conference.id, importRunId, userId, version, createdAt: now }
  const rows = arrivals.flatMap(({ id, kind, fields }) => [
    ...(kind === 'added' || kind === 'cancelled' || kind === 'restored'
      ? [{ ...shared, id: randomUUID(), sessionId: id, field: kind }]
      : []),
    ...fields.map((change) => ({
      ...shared,
      id: randomUUID(),
      sessionId: id,
      field: change.field,
      oldValue: change.old ?? undefined,
      newValue: change.new ?? undefined,
    })),
  ])
  await insertRows(tx, 'Change', rows)
}
