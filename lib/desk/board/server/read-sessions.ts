import { Prisma, type SessionKind } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import type { BoardSession } from '../board'

type Row = {
  id: string
  number: number
  title: string
  language: string | null
  kind: SessionKind
  isCancelled: boolean
  isImported: boolean
  dayOn: string
  startAt: Date | null
  endAt: Date | null
  capacity: number | null
  trackId: string | null
  parentId: string | null
  roomIds: string[]
  speakerIds: string[]
}
export type ReadSession = { session: BoardSession; isCancelled: boolean; isImported: boolean }

/**
 * Sessions as they are published, by time and number, in one query.
 * @param ids these alone; absent: all of the conference that are not cancelled
 */
export async function readSessions(
  db: Database,
  conferenceId: string,
  ids?: readonly string[],
): Promise<ReadSession[]> {
  const which = ids ? Prisma.sql`s."id" = ANY(${[...ids]}::uuid[])` : Prisma.sql`s."status" <> 'cancelled'`
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."id"::text, s."number", s."title", s."language", s."kind"::text, s."status" = 'cancelled' AS "isCancelled",
      s."imported" IS NOT NULL AS "isImported", to_char(s."dayOn", 'YYYY-MM-DD') AS "dayOn", s."startAt", s."endAt",
      s."capacity", s."trackId"::text, s."parentId"::text,
      coalesce(held."ids", '{}') AS "roomIds", coalesce(told."ids", '{}') AS "speakerIds"
    FROM "Session" s
    LEFT JOIN LATERAL (
      SELECT array_agg("roomId"::text ORDER BY "position", "roomId") AS "ids" FROM "SessionRoom"
      WHERE "sessionId" = s."id") AS held ON true
    LEFT JOIN LATERAL (
      SELECT array_agg("speakerId"::text ORDER BY "position", "speakerId") AS "ids" FROM "SessionSpeaker"
      WHERE "sessionId" = s."id") AS told ON true
    WHERE s."conferenceId" = ${conferenceId}::uuid AND ${which}
    ORDER BY s."startAt" NULLS LAST, s."number"`
  return rows.map(({ isCancelled, isImported, ...row }) => ({ session: sessionOf(row), isCancelled, isImported }))
}

function sessionOf({ startAt, endAt, ...row }: Omit<Row, 'isCancelled' | 'isImported'>): BoardSession {
  return {
    ...row,
    slug: sessionSlug(row),
    startAt: startAt?.toISOString() ?? null,
    endAt: endAt?.toISOString() ?? null,
  }
}
