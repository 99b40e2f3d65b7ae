import type { Database } from '@/lib/platform/db'
import type { ToldMove } from './find-moves'
import { movedBy } from './net-moves'

/** @returns the version of a session that somebody was told last, or is being told if that is asked; 0: none */
export async function toldVersions(
  db: Database,
  picks: readonly { userId: string; sessionId: string }[],
  asked: 'told' | 'told or being told',
): Promise<(userId: string, sessionId: string) => number> {
  if (picks.length === 0) return () => 0
  const told = await db.$queryRaw<{ key: string; version: number }[]>`
    SELECT "userId" || ' ' || "subjectId" AS "key", max("version"::int) AS "version" FROM "Alert"
    WHERE "userId" = ANY(${[...new Set(picks.map(({ userId }) => userId))]}::uuid[]) AND "kind" = 'sessionMoved'
      AND "subjectId" = ANY(${[...new Set(picks.map(({ sessionId }) => sessionId))]}::uuid[])
      AND ("outcome" = 'sent' OR "outcome" IS NULL AND ${asked !== 'told'})
    GROUP BY "userId", "subjectId"`
  const versions = new Map(told.map(({ key, version }) => [key, version]))
  return (userId, sessionId) => versions.get(`${userId} ${sessionId}`) ?? 0
}

/** Is it elsewhere than its person, who picked it then and was told of this version, knows it to be? */
export function isElsewhereThanKnown({ steps }: ToldMove, pickedAt: Date, told: number): boolean {
  const news = steps.filter(({ createdAt, version }) => createdAt > pickedAt && version > told)
  return !hasSeveral(news) || movedBy(news).size > 0
}

/** One change that was made is one that was meant. */
export function hasSeveral(steps: ToldMove['steps']): boolean {
  return new Set(steps.map(({ version }) => version)).size > 1
}
