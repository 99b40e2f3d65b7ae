import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { moveAddresses } from '@/lib/program/part-addresses'
import { changeProgram } from '../edit/conference-version'
import { sayOne } from '../edit/different-parts'
import { joinCalendars } from '../edit/revise-entries'
import { makeRelease } from '../edit/release'
import type { MergedKind } from './kinds'
import { moveNames, moveSessions, moveThings, type FromTo } from './move'
import type { WhatMoved } from './moved'
import { fillingOf, keepNames, requirePart, setArchived, type MergedPart } from './parts'

export type Pair = { kind: MergedKind; part: string; into: string }

/**
 * Makes two rooms, tracks or speakers one: all that hangs on `part` goes to `into`, later imports know both names, and
 * the old addresses lead there. It is a release of its own, and nobody's news: a name is another, nobody is sent
 * elsewhere.
 * @returns the merge, by which it can be taken back
 * @throws {AppError} NOT_FOUND when one is not there, or was merged; INVALID when both are the same
 */
export async function mergeParts(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { kind, part, into }: Pair,
  now: Date,
): Promise<{ merge: string }> {
  return changeProgram(db, granted, now, async (tx, { id: conferenceId, revision }) => {
    const from = await requirePart(tx, conferenceId, kind, part, 'standing')
    const to = await requirePart(tx, conferenceId, kind, into, 'standing')
    if (from.id === to.id) throw new AppError('INVALID', 'same part')
    const merge = randomUUID()
    await keepNames(tx, kind, conferenceId, [from, to])
    const moved = await moveAll(tx, { kind, fromId: part, toId: into }, merge)
    const addresses = await leadOn(tx, { conferenceId, kind, part: from, into, now })
    const filled = fillingOf(from, to)
    if (Object.keys(filled).length > 0) await tx.room.update({ where: { id: into }, data: filled })
    await setArchived(tx, kind, part, now)
    await joinCalendars(tx, { fromId: part, intoId: into }, now)
    await sayOne(tx, conferenceId, part, into)
    await tx.merge.create({
      data: {
        id: merge,
        conferenceId,
        kind,
        partId: part,
        intoId: into,
        name: from.name,
        intoName: to.name,
        moved: { ...moved, addresses, filled },
        userId: granted.userId,
        createdAt: now,
      },
    })
    const release = { kind: 'merge', version: revision, userId: granted.userId, mergeId: merge } as const
    await makeRelease(tx, conferenceId, release, now)
    return { merge }
  })
}

async function moveAll(tx: Prisma.TransactionClient, move: FromTo, mergeId: string) {
  const sessions = await moveSessions(tx, move)
  await moveNames(tx, move, mergeId)
  return { ...sessions, ...(await moveThings(tx, move)) }
}

/** @returns the addresses that the part had before its own, which lead to what it became, too */
async function leadOn(
  tx: Prisma.TransactionClient,
  {
    conferenceId,
    kind,
    part,
    into,
    now,
  }: { conferenceId: string; kind: MergedKind; part: MergedPart; into: string; now: Date },
): Promise<WhatMoved['addresses']> {
  const where = { conferenceId, kind, partId: part.id }
  const former = await tx.addressAlias.findMany({ where, select: { slug: true }, orderBy: { slug: 'asc' } })
  await moveAddresses(tx, { conferenceId, kind, slug: part.slug, id: part.id, intoId: into, now })
  return former.map(({ slug }) => slug)
}
