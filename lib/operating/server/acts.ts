import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { DAY_MS } from '@/lib/platform/time'
import type { ActKind } from '../acts'

type Act = Prisma.OperatorActUncheckedCreateInput & { kind: ActKind }

/** One line of the log: names are those of today, null where somebody is gone. */
export type ShownAct = {
  id: string
  /** Of a later version's acts one that this one does not know. */ kind: string
  at: Date
  reason: string
  by: string | null
  byCommand: boolean
  person: string | null
  conference: string | null
}

/** So long it is said who did what. */
const ACTS_KEPT_DAYS = 730
const MOST_LISTED = 50

/** Writes down what the operator did; in the transaction in which it is done. */
export async function writeAct(db: Database, act: Act): Promise<void> {
  await db.operatorAct.create({ data: act })
}

/** What operators did, the last first. */
export async function listActs(db: Database): Promise<ShownAct[]> {
  const acts = await db.operatorAct.findMany({
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: MOST_LISTED,
    include: {
      by: { select: { email: true } },
      user: { select: { email: true } },
      conference: { select: { name: true } },
    },
  })
  return acts.map(({ id, kind, at, reason, by, byCommand, user, conference }) => ({
    id,
    kind,
    at,
    reason,
    byCommand,
    by: by?.email ?? null,
    person: user?.email ?? null,
    conference: conference?.name ?? null,
  }))
}

/** Why a person is blocked, or a conference taken down, as the last word on it says; empty where nothing was said. */
export async function lastReason(
  db: Database,
  about: { userId: string } | { conferenceId: string },
  kind: 'blocked' | 'takenDown',
): Promise<string> {
  const act = await db.operatorAct.findFirst({
    where: { ...about, kind },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { reason: true },
  })
  return act?.reason ?? ''
}

/** Deletes what was done two years ago. @returns how many */
export async function purgeActs(db: Database, now: Date): Promise<number> {
  const old = new Date(now.getTime() - ACTS_KEPT_DAYS * DAY_MS)
  return (await db.operatorAct.deleteMany({ where: { at: { lt: old } } })).count
}
