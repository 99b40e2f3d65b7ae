import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { dropPick, setPick, type UserViewer } from '@/lib/planning/mutations'
import { lockPerson } from '@/lib/planning/pull-counter'
import { AppError } from '@/lib/platform/errors'
import { outcomeSchema, refusalSchema, type MutationResult, type Outcome, type PushAnswer } from '../answers'
import { mutationSchema, type Mutation, type Push } from '../protocol'
import { requirePerson } from './person'

// A device that comes back from a day without a network is one of thousands: waiting for a connection is no failure.
const PATIENCE = { maxWait: 10_000, timeout: 10_000 }

/**
 * Runs a device's mutations in order, each in a transaction of its own, each once: one that was here before gets the
 * answer it got. A refused one is answered with its code and holds up none of the others.
 * @throws {AppError} UNAUTHENTICATED unless the signed-in viewer is the person whose store this comes from
 */
export async function push(db: PrismaClient, viewer: Viewer, { person, mutations }: Push, now: Date): Promise<PushAnswer> {
  const user = requirePerson(viewer, person)
  const results: MutationResult[] = []
  for (const mutation of mutations) {
    const outcome = await db.$transaction((tx) => runOnce(tx, user, mutation, now), PATIENCE)
    results.push({ id: mutation.id, ...outcome })
  }
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: user.id }, select: { revision: true } })
  return { results, revision: Number(revision) }
}

async function runOnce(tx: Prisma.TransactionClient, user: UserViewer, sent: Push['mutations'][number], now: Date): Promise<Outcome> {
  // Twins may arrive at the same moment: the second waits here until the first has left its answer.
  await lockPerson(tx, user.id)
  const kept = await tx.mutation.findUnique({ where: { userId_id: { userId: user.id, id: sent.id } }, select: { result: true } })
  if (kept) return outcomeSchema.parse(kept.result)
  const outcome = await outcomeOf(() => run(tx, user, sent, now))
  await tx.mutation.create({ data: { userId: user.id, id: sent.id, result: outcome, createdAt: now } })
  return outcome
}

/** Mutations refuse before they write: what a refusal leaves behind is its answer alone. */
async function outcomeOf(run: () => Promise<void>): Promise<Outcome> {
  try {
    await run()
    return { ok: true }
  } catch (error) {
    const code = error instanceof AppError ? refusalSchema.safeParse(error.code) : null
    // Anything else is no verdict on the mutation: it may come again.
    if (!code?.success) throw error
    return { ok: false, code: code.data }
  }
}

async function run(tx: Prisma.TransactionClient, user: UserViewer, sent: Push['mutations'][number], now: Date): Promise<void> {
  const parsed = mutationSchema.safeParse(sent)
  if (!parsed.success) throw new AppError('INVALID', 'mutation')
  return dispatch(tx, user, parsed.data, now)
}

function dispatch(tx: Prisma.TransactionClient, user: UserViewer, mutation: Mutation, now: Date): Promise<void> {
  switch (mutation.name) {
    case 'setPick':
      return setPick(tx, user, mutation.args, now)
    case 'dropPick':
      return dropPick(tx, user.id, mutation.args, now)
  }
}
