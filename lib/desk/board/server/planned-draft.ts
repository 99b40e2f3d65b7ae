import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { calledOf } from '@/lib/people/called'
import { clockChangeAt } from '@/lib/platform/clock-change'
import type { Database } from '@/lib/platform/db'
import { instantOf } from '@/lib/platform/time'
import { Unchanged } from '@/lib/schedule/edit/conference-version'
import type { PlannedDraft } from '../board'
import { endingSchema, leftSchema } from '../schema'
import { changeDraft } from './change-draft'

/** How a draft is to be published: at a wall time of the conference's clocks. */
export type DraftPlan = { dayOn: string; time: string; note: string | null; isSilent: boolean }
export type PlanOutcome =
  | {
      ok: true
      /** ISO, UTC. */ dueAt: string
      /** It comes twice that night: the first was taken. */ isTwice: boolean
    }
  | { ok: false; reason: 'time-skipped' | 'time-over' | 'nothing-moved' }

/** Plans that the draft is published by itself, as it is then; in place of what was planned before. */
export function planDraft(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { timeZone, ...plan }: DraftPlan & { timeZone: string },
  now: Date,
): Promise<PlanOutcome> {
  const { conferenceId, userId } = granted
  return changeDraft<PlanOutcome>(db, granted, async (tx) => {
    const wall = `${plan.dayOn}T${plan.time}`
    const clocks = (time: string) => instantOf(time, timeZone)
    const [dueAt, change] = [clocks(wall), clockChangeAt(wall, clocks)]
    if (!dueAt || change?.kind === 'skipped') return new Unchanged({ ok: false, reason: 'time-skipped' })
    if (dueAt <= now) return new Unchanged({ ok: false, reason: 'time-over' })
    if ((await tx.draftMove.count({ where: { conferenceId, discardedIn: 0 } })) === 0)
      return new Unchanged({ ok: false, reason: 'nothing-moved' })
    const { note, isSilent } = plan
    const ended = { endedAt: null, ending: null, endedById: null, number: null, left: [] }
    const planned = { dueAt, note, isSilent, userId, ...ended }
    await tx.plannedRelease.upsert({
      where: { conferenceId },
      create: { conferenceId, ...planned },
      update: planned,
    })
    return { ok: true, dueAt: dueAt.toISOString(), isTwice: change?.kind === 'twice' }
  })
}

/**
 * Calls off what is planned, or forgets what came of it: whichever was seen. Whoever calls off what is published
 * meanwhile has not seen what came of it. Whoever planned it is told that another called it off.
 * @returns whether there was any
 */
export function callOffPlan(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { isEnded }: { isEnded: boolean },
  now: Date,
): Promise<boolean> {
  const { userId } = granted
  return changeDraft<boolean>(db, granted, async (tx, { conferenceId }) => {
    const mine = isEnded ? { endedAt: { not: null } } : { endedAt: null, userId }
    const gone = await tx.plannedRelease.deleteMany({ where: { conferenceId, ...mine } })
    if (gone.count > 0) return true
    if (isEnded) return new Unchanged(false)
    const { count } = await tx.plannedRelease.updateMany({
      where: { conferenceId, endedAt: null },
      data: { endedAt: now, ending: 'called-off', endedById: userId },
    })
    return count > 0 || new Unchanged(false)
  })
}

const person = { name: true, email: true } as const

/** When a conference's draft is published by itself, or what came of that; null: nothing is planned. */
export async function readPlannedDraft(db: Database, conferenceId: string): Promise<PlannedDraft | null> {
  const planned = await db.plannedRelease.findUnique({
    where: { conferenceId },
    include: { user: { select: person }, endedBy: { select: person } },
  })
  if (!planned) return null
  const { dueAt, note, isSilent, userId, user, endedAt, number, left, endedById, endedBy } = planned
  return {
    dueAt: dueAt.toISOString(),
    note,
    isSilent,
    author: { userId, by: user && calledOf(user) },
    ended: endedAt && {
      how: endingSchema.parse(planned.ending) ?? (number === null ? 'unfit' : 'published'),
      number,
      left: leftSchema.parse(left),
      by: endedById ? { userId: endedById, by: endedBy && calledOf(endedBy) } : null,
    },
  }
}
