import type { Prisma, ReleaseKind } from '@/generated/prisma/client'
import { dateOn } from '@/lib/platform/time'

type NewRelease = {
  kind: ReleaseKind
  /** The conference's version after it: every change since the last release is in this one. */
  version: number
  userId: string | null
  importRunId?: string
  undoesId?: string
  mergeId?: string
  note?: string
  /** Of a name that means several rooms: they, by name. */ into?: string[]
  /** It comes by itself, at the time that was planned. */ isPlanned?: boolean
}

/**
 * Makes the conference's next release. Call it in the transaction of what is in it, when the conference's row is taken:
 * so no number is given twice.
 * @returns its number, from 1
 */
export async function makeRelease(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  { version, ...release }: NewRelease,
  now: Date,
): Promise<number> {
  const last = await lastRelease(tx, conferenceId)
  const number = (last?.number ?? 0) + 1
  await tx.release.create({
    data: {
      ...release,
      conferenceId,
      number,
      sinceVersion: last?.version ?? version - 1,
      version,
      createdAt: now,
      updatedAt: now,
    },
  })
  return number
}

/**
 * Puts an edit by hand into the release that gathers those of its day, on the conference's clocks; into a new one where
 * the last release is of another day, or no such edits. Edits of several people are nobody's own.
 */
export async function gatherEdit(
  tx: Prisma.TransactionClient,
  conference: { id: string; timeZone: string },
  { version, userId }: { version: number; userId: string },
  now: Date,
): Promise<void> {
  const last = await lastRelease(tx, conference.id)
  // It has a release of its own.
  if (last?.version === version) return
  const isOfToday = last && dateOn(last.createdAt, conference.timeZone) === dateOn(now, conference.timeZone)
  if (last?.kind !== 'edits' || !isOfToday)
    return void (await makeRelease(tx, conference.id, { kind: 'edits', version, userId }, now))
  await tx.release.update({
    where: { id: last.id },
    data: { version, userId: last.userId === userId ? userId : null, updatedAt: now },
  })
}

function lastRelease(tx: Prisma.TransactionClient, conferenceId: string) {
  return tx.release.findFirst({ where: { conferenceId }, orderBy: { number: 'desc' } })
}
