import { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { loadBecame, type Became } from '@/lib/program/became'
import type { BoardDraft, BoardMove, BoardPlace } from '../board'
import { storedMoveSchema } from '../schema'

/** A move with the version of the draft that it was made in. */
export type StoredMove = BoardMove & { version: number }

/** The draft that a conference's organizers share; an empty one where nobody has moved anything. */
export async function readDraft(db: Database, conferenceId: string): Promise<BoardDraft> {
  const draft = await db.draft.findUnique({
    where: { conferenceId },
    select: { version: true, ignored: { select: { key: true }, orderBy: { key: 'asc' } } },
  })
  if (!draft) return { version: 0, moves: [], ignored: [] }
  const moves = await readMoves(db, conferenceId)
  return {
    version: draft.version,
    moves: moves.map(({ version: _version, ...move }) => move),
    ignored: draft.ignored.map(({ key }) => key),
  }
}

type Row = {
  sessionId: string
  version: number
  place: unknown
  from: unknown
  created: unknown
  userId: string | null
  by: string | null
  title: string | null
  movedAt: Date
}

/**
 * The moves that stand, the first moved first, with what their rooms became by merges since.
 * @param ids of these sessions alone; absent: all of the draft
 */
export async function readMoves(db: Database, conferenceId: string, ids?: readonly string[]): Promise<StoredMove[]> {
  const which = ids ? Prisma.sql`AND m."sessionId" = ANY(${[...ids]}::uuid[])` : Prisma.empty
  const rows = await db.$queryRaw<Row[]>`
    SELECT m."sessionId"::text, m."version", m."place", m."from", m."created", m."userId"::text, m."movedAt",
      coalesce(nullif(btrim(u."name"), ''), split_part(u."email", '@', 1)) AS "by", s."title"
    FROM "DraftMove" m
    LEFT JOIN "User" u ON u."id" = m."userId"
    LEFT JOIN "Session" s ON s."id" = m."sessionId" AND s."conferenceId" = m."conferenceId"
    WHERE m."conferenceId" = ${conferenceId}::uuid AND m."discardedIn" = 0 ${which}
    ORDER BY m."version", m."sessionId"`
  if (rows.length === 0) return []
  const became = await loadBecame(db, conferenceId, 'room')
  return rows.map((row) => moveOf(row, became))
}

function moveOf({ place, from, created, movedAt, title, ...row }: Row, became: Became): StoredMove {
  const stored = storedMoveSchema.parse({ place, from, created })
  const drawn = stored.created && { created: stored.created }
  return {
    ...row,
    ...drawn,
    title: title ?? stored.created?.title ?? '',
    place: standing(stored.place, became),
    from: stored.from && standing(stored.from, became),
    at: movedAt.toISOString(),
  }
}

function standing(place: BoardPlace, became: Became): BoardPlace {
  return { ...place, roomIds: [...new Set(place.roomIds.map(became))] }
}
