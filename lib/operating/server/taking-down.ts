import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { isOperator } from '@/lib/people/server/operator'
import { takenDownFor } from '@/lib/people/server/participation'
import type { Database } from '@/lib/platform/db'
import { binConference, takeFromBin } from '@/lib/schedule/edit/conference-bin'
import { lastReason, writeAct } from './acts'
import type { Because } from './blocking'

export type TakenDown = 'done' | { ok: false; reason: 'gone' | 'already' }

/** A conference of somebody's that was taken down. */
export type OwnTakenDown = { id: string; name: string; takenDownAt: Date; reason: string }

/**
 * Takes a conference down: it is gone for everybody, as if it were deleted, and only the operator puts it back. Its
 * owner can take its programme along; what people wrote and picked there stays theirs.
 * @param by the operator
 */
export function takeDown(
  db: PrismaClient,
  by: string,
  conferenceId: string,
  { reason, now }: Because,
): Promise<TakenDown> {
  return db.$transaction(async (tx) => {
    const state = await stateOf(tx, conferenceId)
    if (!state) return { ok: false, reason: 'gone' } as const
    if (state.takenDownAt) return { ok: false, reason: 'already' } as const
    if (!state.deletedAt) await binConference(tx, conferenceId, now)
    await tx.conference.update({ where: { id: conferenceId }, data: { takenDownAt: now } })
    await writeAct(tx, { kind: 'takenDown', at: now, byId: by, conferenceId, reason })
    return 'done'
  })
}

/** Puts back what was taken down, as it was: one that its owner had deleted before is in their bin again. */
export function putBack(db: PrismaClient, by: string, conferenceId: string, now: Date): Promise<TakenDown> {
  return db.$transaction(async (tx) => {
    const state = await stateOf(tx, conferenceId)
    if (!state) return { ok: false, reason: 'gone' } as const
    if (!state.takenDownAt) return { ok: false, reason: 'already' } as const
    await tx.conference.update({ where: { id: conferenceId }, data: { takenDownAt: null } })
    if (state.deletedAt?.getTime() === state.takenDownAt.getTime()) await takeFromBin(tx, conferenceId, now)
    await writeAct(tx, { kind: 'putBack', at: now, byId: by, conferenceId, reason: '' })
    return 'done'
  })
}

/** What of a person's was taken down, and why, the last first. */
export async function listTakenDown(db: Database, userId: string): Promise<OwnTakenDown[]> {
  const conferences = await db.conference.findMany({
    where: takenDownOf(userId),
    select: { id: true, name: true, takenDownAt: true },
    orderBy: [{ takenDownAt: 'desc' }, { id: 'asc' }],
  })
  const found: OwnTakenDown[] = []
  for (const { id, name, takenDownAt } of conferences)
    if (takenDownAt)
      found.push({ id, name, takenDownAt, reason: await lastReason(db, { conferenceId: id }, 'takenDown') })
  return found
}

/** A conference that was taken down, for whoever has to do with it, and for whoever may put it back. */
export async function getTakenDown(
  db: Database,
  person: { id: string; email: string },
  id: string,
): Promise<(OwnTakenDown & { slug: string; isOwner: boolean; mayPutBack: boolean }) | null> {
  const mayPutBack = await isOperator(db, person)
  const found = await db.conference.findFirst({
    where: { id, ...takenDownFor(person.id, mayPutBack) },
    select: {
      ...{ name: true, slug: true, takenDownAt: true },
      memberships: { where: { userId: person.id }, select: { role: true } },
    },
  })
  if (!found?.takenDownAt) return null
  const { name, slug, takenDownAt, memberships } = found
  const reason = await lastReason(db, { conferenceId: id }, 'takenDown')
  return { id, name, slug, takenDownAt, reason, isOwner: memberships.some(({ role }) => role === 'owner'), mayPutBack }
}

/** A condition for the conferences that a person owns and that were taken down. */
export function takenDownOf(userId: string): Prisma.ConferenceWhereInput {
  return { takenDownAt: { not: null }, purgedAt: null, memberships: { some: { userId, role: 'owner' } } }
}

function stateOf(tx: Prisma.TransactionClient, id: string) {
  return tx.conference.findUnique({
    where: { id, purgedAt: null },
    select: { deletedAt: true, takenDownAt: true },
  })
}
