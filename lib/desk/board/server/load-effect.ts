import { calledOf } from '@/lib/people/called'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { ASSUMED_MS } from '@/lib/program/taken-time'
import { heldSince } from '../../server/alert-hold'
import type { BoardAuthor } from '../board'
import { sayable } from '../demand-facts'

/** What publishing a draft means for people, in steps of five; null: under five, be it none. */
export type BoardEffect = {
  /** How many sessions are moved, and how many are new. */ moved: number
  drawn: number
  /** How often they are picked, plan B included, and by how many. */ picks: number | null
  people: number | null
  /** Of how many the plan gets a clash of first choices that it has not now. */ clashing: number | null
  /** Alerts are held back: nobody is told until they are let go. */ isHeld: boolean
  /** The draft that was published last; null: none was. */ last: LastDraft | null
}

/** Whose draft became which release, in which version of the programme. */
export type LastDraft = BoardAuthor & { number: number; version: number }

/** Counts whom a draft touches. Sessions that are gone meanwhile touch nobody. */
export async function loadEffect(db: Database, { conferenceId }: Granted<'editSchedule'>): Promise<BoardEffect> {
  const [counts] = await db.$queryRaw<{ moved: number; drawn: number; picks: number; people: number }[]>`
    WITH moves AS (
      SELECT m."sessionId", s."id" IS NULL AS "isDrawn" FROM "DraftMove" m
      LEFT JOIN "Session" s ON s."id" = m."sessionId" AND s."conferenceId" = m."conferenceId"
      WHERE m."conferenceId" = ${conferenceId}::uuid AND m."discardedIn" = 0
        AND coalesce(s."status" <> 'cancelled', m."created" IS NOT NULL)),
    picked AS (
      SELECT p."userId" FROM moves JOIN "Pick" p ON p."sessionId" = moves."sessionId"
      WHERE p."rank" <> 'hidden' AND p."droppedAt" IS NULL)
    SELECT (SELECT count(*)::int FROM moves WHERE NOT "isDrawn") AS "moved",
      (SELECT count(*)::int FROM moves WHERE "isDrawn") AS "drawn",
      (SELECT count(*)::int FROM picked) AS "picks", (SELECT count(DISTINCT "userId")::int FROM picked) AS "people"`
  const { moved, drawn, picks, people } = counts ?? { moved: 0, drawn: 0, picks: 0, people: 0 }
  const isHeld = (await heldSince(db, conferenceId)) !== null
  const last = await readLastDraft(db, conferenceId)
  if (moved === 0) return { moved, drawn, picks: 0, people: 0, clashing: 0, isHeld, last }
  const clashing = await countClashing(db, conferenceId)
  return { moved, drawn, picks: sayable(picks), people: sayable(people), clashing: sayable(clashing), isHeld, last }
}

async function readLastDraft(db: Database, conferenceId: string): Promise<LastDraft | null> {
  const last = await db.release.findFirst({
    where: { conferenceId, kind: 'draft' },
    orderBy: { version: 'desc' },
    select: { number: true, version: true, userId: true, user: { select: { name: true, email: true } } },
  })
  if (!last) return null
  const { user, ...facts } = last
  return { ...facts, by: user && calledOf(user) }
}

async function countClashing(db: Database, conferenceId: string): Promise<number> {
  const assumed = `${ASSUMED_MS} milliseconds`
  const [found] = await db.$queryRaw<{ people: number }[]>`
    WITH placed AS (
      SELECT s."id", s."parentId", m."sessionId" IS NOT NULL AS "isMoved", s."startAt" AS "was", s."endAt" AS "wasEnd",
        CASE WHEN m."sessionId" IS NULL THEN s."startAt" ELSE (m."place"->>'startAt')::timestamptz END AS "is",
        CASE WHEN m."sessionId" IS NULL THEN s."endAt" ELSE (m."place"->>'endAt')::timestamptz END AS "isEnd"
      FROM "Session" s
      LEFT JOIN "DraftMove" m ON m."conferenceId" = s."conferenceId" AND m."sessionId" = s."id" AND m."discardedIn" = 0
      WHERE s."conferenceId" = ${conferenceId}::uuid AND s."status" <> 'cancelled' AND s."kind" <> 'container'),
    spans AS (
      SELECT "id", "parentId", "isMoved",
        "was" AS "from", CASE WHEN "wasEnd" > "was" THEN "wasEnd" ELSE "was" + ${assumed}::interval END AS "till",
        "is" AS "begin", CASE WHEN "isEnd" > "is" THEN "isEnd" ELSE "is" + ${assumed}::interval END AS "end"
      FROM placed WHERE "is" IS NOT NULL),
    chosen AS (
      SELECT p."userId", spans.* FROM "Pick" p JOIN spans ON spans."id" = p."sessionId"
      WHERE p."conferenceId" = ${conferenceId}::uuid AND p."rank" = 'first' AND p."droppedAt" IS NULL)
    SELECT count(DISTINCT a."userId")::int AS "people"
    FROM chosen a JOIN chosen b ON b."userId" = a."userId" AND b."id" <> a."id"
    WHERE a."isMoved" AND a."begin" < b."end" AND b."begin" < a."end"
      AND coalesce(a."from" < b."till" AND b."from" < a."till", false) = false
      AND a."parentId" IS DISTINCT FROM b."id" AND b."parentId" IS DISTINCT FROM a."id"`
  return found?.people ?? 0
}
