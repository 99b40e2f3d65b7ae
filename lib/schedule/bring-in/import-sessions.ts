import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { LockedConference } from '../edit/conference-version'
import { dateOfDay, dayOfDate } from '@/lib/program/day-date'
import type { SessionDiff } from './diff'
import type { Places } from './import-places'
import type { SessionField } from '@/lib/program/snapshot'
import type { StoredRow } from './stored-sessions'

/**
 * One session of an import on its way into the database. `speakerIds` and the rest are of the conference, no longer of
 * the program.
 */
export type ArrivingSession = SessionDiff & { id: string; stored: StoredRow | null; speakerIds: string[] }

export type ImportContext = {
  conference: LockedConference
  sourceId: string
  importRunId: string
  userId: string | null
  version: number
  places: Places
  now: Date
}

/** Gives every entry of a diff the id under which its session is, or will be, stored. */
export function arrivalsOf(
  diffs: SessionDiff[],
  stored: StoredRow[],
  speakerIdsOf: (diff: SessionDiff) => string[],
): ArrivingSession[] {
  const rows = new Map(stored.map((session) => [session.id, session]))
  return diffs.map((diff) => ({
    ...diff,
    id: diff.id ?? randomUUID(),
    stored: diff.id === null ? null : (rows.get(diff.id) ?? null),
    speakerIds: speakerIdsOf(diff),
  }))
}

/**
 * Writes what is new in a few statements, however many sessions there are. Numbers are taken from the locked
 * conference.
 */
export async function writeSessions(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  context: ImportContext,
): Promise<void> {
  const added = arrivals.filter(({ kind }) => kind === 'added')
  await addSessions(tx, added, context)
  await updateSessions(
    tx,
    arrivals.filter(({ kind, isNews }) => kind !== 'added' && isNews),
    context,
  )
  await linkRooms(
    tx,
    arrivals.filter((arrival) => hasNew(arrival, 'rooms')),
    context.places,
  )
  await linkSpeakers(
    tx,
    arrivals.filter((arrival) => hasNew(arrival, 'speakers')),
  )
  await mapSourceIds(tx, arrivals, context)
  await writeChanges(tx, arrivals, context)
}

function hasNew({ kind, fields }: ArrivingSession, field: SessionField): boolean {
  return kind === 'added' || fields.some((change) => change.field === field)
}

async function addSessions(
  tx: Prisma.TransactionClient,
  added: ArrivingSession[],
  { conference, sourceId, version, places, now }: ImportContext,
): Promise<void> {
  const rows = added.map(({ id, snapshot }) => ({
    ...importedColumns(snapshot, places),
    id,
    sourceId,
    conferenceId: conference.id,
    number: ++conference.lastNumber,
    dayOn: dateOfDay(snapshot.dayOn),
    status: snapshot.cancelled ? ('cancelled' as const) : ('confirmed' as const),
    cancelledAt: snapshot.cancelled ? now : null,
    imported: snapshot,
    revision: version,
    createdAt: now,
    updatedAt: now,
  }))
  await tx.session.createMany({ data: rows })
}

function importedColumns(
  {
    title,
    rawTitle,
    description,
    kind,
    startAt,
    endAt,
    track,
    colocated,
    language,
    url,
    capacity,
  }: ArrivingSession['snapshot'],
  places: Places,
) {
  return {
    title,
    rawTitle,
    description,
    kind,
    startAt,
    endAt,
    language,
    url,
    capacity,
    trackId: (track !== null && places.track(track)) || null,
    colocatedId: (colocated !== null && places.colocated(colocated)) || null,
  }
}

const columns: { [Field in SessionField]?: string } = { track: 'trackId', colocated: 'colocatedId' }

async function updateSessions(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  { version, places, now }: ImportContext,
): Promise<void> {
  if (arrivals.length === 0) return
  const rows = arrivals.flatMap(({ kind, snapshot, stored }) => {
    if (!stored) return []
    const {
      id,
      title,
      description,
      kind: storedKind,
      startAt,
      endAt,
      trackId,
      colocatedId,
      language,
      url,
      capacity,
      status,
      cancelledAt,
      dayOn,
    } = stored.row
    const kept = {
      title,
      description,
      kind: storedKind,
      startAt,
      endAt,
      trackId,
      colocatedId,
      language,
      url,
      capacity,
      dayOn: dayOfDate(dayOn),
    }
    const overridden = new Set<string>(
      [...stored.overridden].map((field) => (field === 'status' ? field : (columns[field] ?? field))),
    )
    const values = Object.fromEntries(
      Object.entries({ ...importedColumns(snapshot, places), dayOn: snapshot.dayOn }).filter(
        ([column]) => !overridden.has(column),
      ),
    )
    const standing =
      kind === 'cancelled'
        ? { status: 'cancelled', cancelledAt: now }
        : kind === 'restored'
          ? { status: 'confirmed', cancelledAt: null }
          : { status, cancelledAt }
    return [
      fitEnd({
        ...kept,
        ...values,
        ...standing,
        id,
        rawTitle: snapshot.rawTitle,
        imported: snapshot,
        visible: kind !== 'unchanged',
      }),
    ]
  })
  await tx.$executeRaw`
    UPDATE "Session" s SET
      "title" = r."title", "rawTitle" = r."rawTitle", "description" = r."description",
      "kind" = r."kind", "status" = r."status", "cancelledAt" = r."cancelledAt",
      "dayOn" = r."dayOn", "startAt" = r."startAt", "endAt" = r."endAt",
      "trackId" = r."trackId", "colocatedId" = r."colocatedId",
      "language" = r."language", "url" = r."url", "capacity" = r."capacity", "imported" = r."imported",
      "sequence" = s."sequence" + r."visible"::int,
      "revision" = CASE WHEN r."visible" THEN ${version} ELSE s."revision" END,
      "updatedAt" = CASE WHEN r."visible" THEN ${now.toISOString()}::timestamptz ELSE s."updatedAt" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" uuid, "title" text, "rawTitle" text, "description" text,
      "kind" "SessionKind", "status" "SessionStatus", "cancelledAt" timestamptz,
      "dayOn" date, "startAt" timestamptz, "endAt" timestamptz, "trackId" uuid, "colocatedId" uuid,
      "language" text, "url" text, "capacity" int, "imported" jsonb, "visible" boolean)
    WHERE s."id" = r."id"`
}

/**
 * Where an organizer's start stands over a source's end, or the other way round, the two may not fit: then the end is
 * open.
 */
function fitEnd<Row extends { startAt: Date | string | null; endAt: Date | string | null }>(row: Row): Row {
  const fits = row.endAt === null || (row.startAt !== null && new Date(row.endAt) >= new Date(row.startAt))
  return fits ? row : { ...row, endAt: null }
}

async function linkRooms(tx: Prisma.TransactionClient, arrivals: ArrivingSession[], places: Places): Promise<void> {
  await tx.sessionRoom.deleteMany({ where: { sessionId: { in: storedIds(arrivals) } } })
  const links = arrivals.flatMap(({ id, snapshot }) =>
    positions(snapshot.rooms.flatMap((name) => places.room(name) ?? [])).map(([roomId, position]) => ({
      sessionId: id,
      roomId,
      position,
    })),
  )
  await tx.sessionRoom.createMany({ data: links })
}

async function linkSpeakers(tx: Prisma.TransactionClient, arrivals: ArrivingSession[]): Promise<void> {
  await tx.sessionSpeaker.deleteMany({ where: { sessionId: { in: storedIds(arrivals) } } })
  const links = arrivals.flatMap(({ id, speakerIds }) =>
    positions(speakerIds).map(([speakerId, position]) => ({ sessionId: id, speakerId, position })),
  )
  await tx.sessionSpeaker.createMany({ data: links })
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
async function mapSourceIds(
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

async function writeChanges(
  tx: Prisma.TransactionClient,
  arrivals: ArrivingSession[],
  { conference, importRunId, userId, version, now }: ImportContext,
): Promise<void> {
  const shared = { conferenceId: conference.id, importRunId, userId, version, createdAt: now }
  const rows = arrivals.flatMap(({ id, kind, fields }) => [
    ...(kind === 'added' || kind === 'cancelled' || kind === 'restored'
      ? [{ ...shared, sessionId: id, field: kind }]
      : []),
    ...fields.map((change) => ({
      ...shared,
      sessionId: id,
      field: change.field,
      oldValue: change.old ?? undefined,
      newValue: change.new ?? undefined,
    })),
  ])
  await tx.change.createMany({ data: rows })
}
