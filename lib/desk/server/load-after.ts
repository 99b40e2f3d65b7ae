import type { Database } from '@/lib/platform/db'
import { dateOn } from '@/lib/platform/time'
import { phaseOf, type ConferencePhase } from '@/lib/program/conference-phase'
import { DOORS_MINUTES, KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { ASSUMED_MS } from '@/lib/program/taken-time'
import { placesTogether } from '@/lib/rooms/places-together'
import { countPicks } from '@/lib/rooms/server/forecasts'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { told, type SessionOutcome } from '../after/after'
import { picksOverTime, type PicksOnDay } from '../after/picks-over-time'

/** What the overview looks back on, or forward to. */
export type OverviewLook =
  | { phase: 'past'; outcomes: SessionOutcome[] }
  | { phase: 'coming'; picks: PicksOnDay[] }
  | { phase: Extract<ConferencePhase, 'on'> }

type Conference = { id: string; timeZone: string }

/** Once it is over, how each session turned out; before it begins, how its picks grew. */
export async function loadLook(db: Database, conference: Conference, now: Date): Promise<OverviewLook> {
  const { _min: first, _max: last } = await db.session.aggregate({
    where: { conferenceId: conference.id, status: { not: 'cancelled' } },
    _min: { dayOn: true },
    _max: { dayOn: true },
  })
  const today = dateOn(now, conference.timeZone)
  const phase = phaseOf(day(first.dayOn), day(last.dayOn), today)
  if (phase === 'past') return { phase, outcomes: await loadOutcomes(db, conference.id) }
  if (phase === 'coming') return { phase, picks: await loadPicksOverTime(db, conference, today) }
  return { phase }
}

function day(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** How each session turned out that had a time and a door, by time. Four queries. */
export async function loadOutcomes(db: Database, conferenceId: string): Promise<SessionOutcome[]> {
  const sessions = await db.session.findMany({
    where: {
      conferenceId,
      status: { not: 'cancelled' },
      startAt: { not: null },
      kind: { notIn: [...KINDS_WITHOUT_DOORS] },
    },
    select: {
      id: true,
      number: true,
      title: true,
      language: true,
      startAt: true,
      endAt: true,
      capacity: true,
      rooms: { select: { room: { select: { name: true, capacity: true } } }, orderBy: { position: 'asc' } },
    },
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
  })
  const [picks, peaks, turnedAway] = [
    await countPicks(db, { conferenceId }),
    await loadPeaks(db, conferenceId),
    await countTurnedAway(db, conferenceId),
  ]
  return sessions.flatMap(({ number, startAt, rooms, capacity, ...session }): SessionOutcome[] =>
    startAt
      ? [
          {
            ...session,
            startAt,
            slug: sessionSlug({ number, title: session.title }),
            rooms: rooms.map(({ room }) => room.name),
            capacity: placesTogether(
              capacity,
              rooms.map(({ room }) => room),
            ),
            ...told({
              picks: picks.get(session.id) ?? 0,
              peak: peaks.get(session.id) ?? null,
              turnedAway: turnedAway.get(session.id) ?? 0,
            }),
          },
        ]
      : [],
  )
}

/** The most that stewards counted in at once, from when its doors opened until its end; of several rooms together. */
async function loadPeaks(db: Database, conferenceId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ sessionId: string; peak: number }[]>`
    WITH "Slot" AS (
      SELECT s."id", sr."roomId", s."startAt",
        CASE WHEN s."endAt" > s."startAt" THEN s."endAt"
          ELSE s."startAt" + make_interval(secs => ${ASSUMED_MS / 1000}) END AS "endAt"
      FROM "Session" s JOIN "SessionRoom" sr ON sr."sessionId" = s."id"
      WHERE s."conferenceId" = ${conferenceId}::uuid AND s."startAt" IS NOT NULL),
    "Running" AS (
      SELECT o."id", o."roomId",
        sum(c."delta") OVER (PARTITION BY o."id", o."roomId" ORDER BY c."readAt", c."id") AS "count"
      FROM "Slot" o
      JOIN "Reading" c ON c."roomId" = o."roomId"
        AND c."kind" = 'count' AND c."stewardLinkId" IS NOT NULL AND c."mutedAt" IS NULL
        AND c."readAt" >= o."startAt" - make_interval(mins => ${DOORS_MINUTES}) AND c."readAt" < o."endAt"),
    "Peak" AS (SELECT "id", "roomId", max("count") AS "count" FROM "Running" GROUP BY "id", "roomId")
    SELECT "id" AS "sessionId", greatest(0, sum("count"))::int AS "peak" FROM "Peak" GROUP BY "id"`
  return new Map(rows.map(({ sessionId, peak }) => [sessionId, peak]))
}

/** How many said that they could not get in: in what became of it for them, or at its door. Each once. */
async function countTurnedAway(db: Database, conferenceId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ sessionId: string; count: number }[]>`
    SELECT "sessionId", count(DISTINCT "who")::int AS "count" FROM (
      SELECT "sessionId", "userId"::text AS "who" FROM "Attendance"
      WHERE "conferenceId" = ${conferenceId}::uuid AND "status" = 'couldNotGetIn'
      UNION ALL
      SELECT "sessionId", coalesce("userId", "deviceId")::text FROM "Reading"
      WHERE "conferenceId" = ${conferenceId}::uuid AND "sessionId" IS NOT NULL AND "stewardLinkId" IS NULL
        AND "kind" = 'level' AND "level" = 'full' AND "mutedAt" IS NULL) AS "Said"
    GROUP BY "sessionId"`
  return new Map(rows.map(({ sessionId, count }) => [sessionId, count]))
}

async function loadPicksOverTime(db: Database, { id, timeZone }: Conference, today: string): Promise<PicksOnDay[]> {
  const made = await db.$queryRaw<{ date: string; count: number }[]>`
    SELECT to_char("createdAt" AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS "date", count(*)::int AS "count"
    FROM "Pick"
    WHERE "conferenceId" = ${id}::uuid AND "rank" = 'first' AND "droppedAt" IS NULL
    GROUP BY 1`
  return picksOverTime(made, today)
}
