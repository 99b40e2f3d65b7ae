import type { Database } from '@/lib/platform/db'
import type { ToldMove } from './find-moves'
import { movedBy } from './net-moves'

/** What somebody knows of where a session is. */
export type Known = {
  /** The version that they were told last, or are being told if that is asked; 0: none. */ told: number
  /** Up to which version they have seen what changed, on the page that says so; 0: nothing. */ seen: number
}

type Asked = readonly { userId: string; sessionId: string }[]

/** @returns what is known of a session by a person; both are among those asked about */
export async function knownVersions(
  db: Database,
  picks: Asked,
  asked: 'told' | 'told or being told',
): Promise<(userId: string, sessionId: string) => Known> {
  if (picks.length === 0) return () => ({ told: 0, seen: 0 })
  const people = [...new Set(picks.map(({ userId }) => userId))]
  const sessions = [...new Set(picks.map(({ sessionId }) => sessionId))]
  const rows = await db.$queryRaw<({ userId: string; sessionId: string } & Known)[]>`
    SELECT "userId", "sessionId", max("told")::int AS "told", max("seen")::int AS "seen" FROM (
      SELECT "userId", "subjectId" AS "sessionId", "version"::int AS "told", 0 AS "seen" FROM "Alert"
      WHERE "userId" = ANY(${people}::uuid[]) AND "kind" = 'sessionMoved' AND "subjectId" = ANY(${sessions}::uuid[])
        AND ("outcome" = 'sent' OR "outcome" IS NULL AND ${asked !== 'told'})
      UNION ALL
      SELECT r."userId", s."id", 0, r."version" FROM "ChangeReceipt" r
      JOIN "Session" s ON s."conferenceId" = r."conferenceId"
      WHERE r."userId" = ANY(${people}::uuid[]) AND s."id" = ANY(${sessions}::uuid[])) AS known
    GROUP BY "userId", "sessionId"`
  const versions = new Map(rows.map(({ userId, sessionId, told, seen }) => [`${userId} ${sessionId}`, { told, seen }]))
  return (userId, sessionId) => versions.get(`${userId} ${sessionId}`) ?? { told: 0, seen: 0 }
}

/**
 * Is it elsewhere than its person, who picked it then, knows it to be? What was never told they know only if they have
 * seen it.
 */
export function isElsewhereThanKnown({ steps, untold }: ToldMove, pickedAt: Date, { told, seen }: Known): boolean {
  const news = [...untold.filter(({ version }) => version > seen), ...steps]
    .filter(({ createdAt, version }) => createdAt > pickedAt && version > told)
    .sort((a, b) => a.version - b.version)
  return !hasSeveral(news) || movedBy(news).size > 0
}

/** One change that was made is one that was meant. */
export function hasSeveral(steps: ToldMove['steps']): boolean {
  return new Set(steps.map(({ version }) => version)).size > 1
}
