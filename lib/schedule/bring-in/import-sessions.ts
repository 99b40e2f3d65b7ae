import type { Prisma } from '@/generated/prisma/client'
import { dateOfDay, dayOfDate } from '@/lib/program/day-date'
import type { ArrivingSession, ImportContext } from './arriving-session'
import type { Places } from './import-places'
import { insertRows } from './insert-rows'
import { linkRooms, linkSpeakers, mapSourceIds, writeChanges } from './link-sessions'
import type { SessionField } from '@/lib/program/snapshot'

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
  await insertRows(tx, 'Session', rows)
}

function importedColumns({ track, colocated, ...said }: ArrivingSession['snapshot'], places: Places) {
  return {
    ...plainColumns(said),
    rawTitle: said.rawTitle,
    trackId: (track !== null && places.track(track)) || null,
    colocatedId: (colocated !== null && places.colocated(colocated)) || null,
  }
}

type Plain =
  | 'title'
  | 'description'
  | 'kind'
  | 'startAt'
  | 'endAt'
  | 'language'
  | 'url'
  | 'capacity'
  | 'level'
  | 'flags'
  | 'slidesUrl'
  | 'replayUrl'

/** What a source's words and a session's columns have in common, by the same names. */
function plainColumns<Said extends Record<Plain, unknown>>(said: Said): Pick<Said, Plain> {
  const { title, description, kind, startAt, endAt, language, url, capacity, level, flags, slidesUrl, replayUrl } = said
  return { title, description, kind, startAt, endAt, language, url, capacity, level, flags, slidesUrl, replayUrl }
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
    const { id, trackId, colocatedId, status, cancelledAt, dayOn } = stored.row
    const kept = { ...plainColumns(stored.row), trackId, colocatedId, dayOn: dayOfDate(dayOn) }
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
      "language" = r."language", "url" = r."url", "capacity" = r."capacity",
      "level" = r."level", "flags" = r."flags", "slidesUrl" = r."slidesUrl", "replayUrl" = r."replayUrl",
      "imported" = r."imported",
      "revision" = CASE WHEN r."visible" THEN ${version} ELSE s."revision" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" uuid, "title" text, "rawTitle" text, "description" text,
      "kind" "SessionKind", "status" "SessionStatus", "cancelledAt" timestamptz,
      "dayOn" date, "startAt" timestamptz, "endAt" timestamptz, "trackId" uuid, "colocatedId" uuid,
      "language" text, "url" text, "capacity" int, "level" text, "flags" text[], "slidesUrl" text, "replayUrl" text,
      "imported" jsonb, "visible" boolean)
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
