import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { UserViewer, Viewer } from '@/lib/people/server/viewer-of-cookies'
import { count } from '@/lib/platform/counts'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { refusalOfPassing } from '@/lib/platform/faults/passing-fault'
import { outcomeSchema, type MutationResult, type MutationOutcome, type PushAnswer } from '../answers'
import type { Push } from '../protocol'
import { inTurn } from './in-turn'
import { isKnownMark, readStanding } from './marks'
import { requirePerson } from './person'
import { lockPeople } from './pull-counter'
import { thingsOf, readMutations, sharedBy, type ReadMutation } from './read-mutations'
import { isVerdict, runMutations } from './run-mutations'
import type { ServedKind } from './served-kind'

// A device that comes back from a day without a network is one of thousands: waiting for a connection is no failure.
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

/** Whose changes are run, and by what. */
type Runner = { db: PrismaClient; kinds: readonly ServedKind[]; user: UserViewer; now: Date }

/**
 * Runs a device's mutations in order, each once: one that was here before gets the answer it got. A refused one is
 * answered with its code and holds up none of the others. All run in one transaction; where that breaks, each runs in
 * its own, and the one over which it broke is named. `ifKnown`: none runs where the mark is not of this history.
 * @param kinds what rooms registered
 * @throws {AppError} UNAUTHENTICATED or ACCOUNT_GONE unless the signed-in viewer is the person whose store this comes
 * from
 */
export async function runPush(
  kinds: readonly ServedKind[],
  db: PrismaClient,
  viewer: Viewer,
  { person, mark, ifKnown = false, mutations }: Push,
  now: Date,
): Promise<PushAnswer> {
  const user = await requirePerson(db, viewer, person)
  const sent = readMutations(kinds, mutations)
  const isKnown = typeof mark === 'string' ? { isKnown: await isKnownMark(db, user.id, mark) } : {}
  if (ifKnown && isKnown.isKnown === false) return { results: [], revision: await revisionOf(db, user.id), ...isKnown }
  const answer = await inTurn(user.id, () => pushAll({ db, kinds, user, now }, sent))
  countChanges(answer)
  return { ...answer, ...isKnown }
}

function countChanges({ results, broken = [] }: PushAnswer): void {
  const accepted = results.filter(({ ok }) => ok).length
  count('outbox_changes', 'accepted', accepted)
  count('outbox_changes', 'refused', results.length - accepted)
  count('outbox_changes', 'broken', broken.length)
}

async function pushAll(runner: Runner, sent: readonly ReadMutation[]): Promise<PushAnswer> {
  try {
    return await pushTogether(runner, sent)
  } catch (error) {
    if (sent.length === 0 || error instanceof AppError) throw error
    return pushOneByOne(runner, sent)
  }
}

async function revisionOf(db: PrismaClient, userId: string): Promise<number> {
  const person = await db.user.findUnique({ where: { id: userId }, select: { revision: true } })
  // Between being asked who they are and this, they deleted their account.
  if (!person) throw new AppError('ACCOUNT_GONE', 'person')
  return Number(person.revision)
}

function pushTogether({ db, kinds, user, now }: Runner, sent: readonly ReadMutation[]): Promise<PushAnswer> {
  return db.$transaction(async (tx) => {
    // Twins may arrive at the same moment: the second waits here until the first has left its answers.
    await lockTouched(tx, kinds, user.id, sent)
    const kept = await keptOutcomes(tx, user.id, sent)
    const ran = await runMutations(
      tx,
      user,
      sent.filter(({ id }) => !kept.has(id)),
      now,
    )
    const results = sent.flatMap(({ id }): MutationResult[] => {
      const outcome = kept.get(id) ?? ran.get(id)
      return outcome ? [{ id, ...outcome }] : []
    })
    const verdicts = [...ran].filter(([, outcome]) => isVerdict(outcome))
    if (verdicts.length > 0)
      await tx.mutation.createMany({
        data: verdicts.map(([id, result]) => ({ userId: user.id, id, result, createdAt: now })),
      })
    return { results, ...(await standingOf(tx, user.id)) }
  }, PATIENCE)
}

/**
 * Holds the person's row and those of everybody who hears of what is sent, until the transaction ends.
 * @throws {AppError} ACCOUNT_GONE when there is no such person any more
 */
async function lockTouched(
  tx: Prisma.TransactionClient,
  kinds: readonly ServedKind[],
  userId: string,
  sent: readonly ReadMutation[],
): Promise<void> {
  const shared = sharedBy(sent)
  const others: string[] = []
  for (const { lockShared } of kinds) others.push(...((await lockShared?.(tx, shared)) ?? []))
  const locked = await lockPeople(tx, [...new Set([userId, ...others])])
  if (!locked.includes(userId)) throw new AppError('ACCOUNT_GONE', 'person')
}

/**
 * What breaks is answered by no verdict: it comes again, and before it nothing about the same things. Nor is what the
 * machine had no room for, which is no fault of the change: a small one may fit beside it.
 * @throws {AppError} UNAVAILABLE when nothing of it could be run
 */
async function pushOneByOne(runner: Runner, sent: readonly ReadMutation[]): Promise<PushAnswer> {
  const { db, user } = runner
  const results: MutationResult[] = []
  const broken: string[] = []
  const held = new Set<string>()
  let passing: AppError | null = null
  for (const each of sent) {
    const about = thingsOf(each)
    if (about.some((thing) => held.has(thing))) continue
    try {
      const answered = (await pushTogether(runner, [each])).results
      results.push(...answered)
      if (!answered.every(isVerdict)) for (const thing of about) held.add(thing)
    } catch (error) {
      if (error instanceof AppError) throw error
      const refusal = refusalOfPassing(error)
      log.error({ err: error, mutation: each.change?.handler.name, reason: refusal?.detail }, 'A change broke')
      // Where the database takes nothing at all, it is not this change's doing, nor will it take the next.
      await proveWell(db, user.id)
      passing ??= refusal
      if (!refusal) broken.push(each.id)
      for (const thing of about) held.add(thing)
    }
  }
  if (passing && results.length + broken.length === 0) throw passing
  return { results, ...(broken.length > 0 && { broken }), ...(await standingOf(db, user.id)) }
}

/** @throws {AppError} ACCOUNT_GONE where they deleted their account meanwhile */
async function standingOf(
  db: PrismaClient | Prisma.TransactionClient,
  userId: string,
): Promise<{ revision: number; mark: string }> {
  const standing = await readStanding(db, userId)
  if (!standing) throw new AppError('ACCOUNT_GONE', 'person')
  return { revision: Number(standing.revision), mark: standing.mark }
}

/** Writes what is so already. @throws {AppError} UNAVAILABLE when the database cannot be reached, or has no room */
async function proveWell(db: PrismaClient, userId: string): Promise<void> {
  await db.$executeRaw`UPDATE "User" SET "createdAt" = "createdAt" WHERE "id" = ${userId}::uuid`.catch(
    (error: unknown) => {
      throw refusalOfPassing(error) ?? error
    },
  )
}

/** Of a refusal for a reason that only a later version knows. */
const REFUSED_SOMEHOW: MutationOutcome = { ok: false, code: 'INVALID' }

async function keptOutcomes(
  tx: Prisma.TransactionClient,
  userId: string,
  sent: readonly ReadMutation[],
): Promise<Map<string, MutationOutcome>> {
  const kept = await tx.mutation.findMany({
    where: { userId, id: { in: sent.map(({ id }) => id) } },
    select: { id: true, result: true },
  })
  return new Map(kept.map(({ id, result }) => [id, outcomeSchema.safeParse(result).data ?? REFUSED_SOMEHOW]))
}
