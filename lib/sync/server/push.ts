import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { lockReaders, type Touched } from '@/lib/notes/server/note-readers'
import type { UserViewer, Viewer } from '@/lib/people/server/viewer-of-cookies'
import { setPicks } from '@/lib/planning/server/set-picks'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { thingsOf } from '../about'
import { outcomeSchema, refusalSchema, type MutationResult, type Outcome, type PushAnswer } from '../answers'
import { mutationSchema, type Mutation, type Push } from '../protocol'
import { dispatch } from './dispatch'
import { inTurn } from './in-turn'
import { isKnownMark, markOf } from './marks'
import { requirePerson } from './person'

// A device that comes back from a day without a network is one of thousands: waiting for a connection is no failure.
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

type Sent = Push['mutations'][number]
/** A mutation with what it was understood as; null: not at all. */
type Read = { id: string; mutation: Mutation | null }
/** An edit whose base is not here: no verdict, which would be kept, but a wish for the whole note. */
type Unread = { ok: false; code: 'BASE_MISSING' }

/**
 * Runs a device's mutations in order, each once: one that was here before gets the answer it got. A refused one is
 * answered with its code and holds up none of the others. All run in one transaction; where that breaks, each runs in
 * its own, and the one over which it broke is named. `ifKnown`: none runs where the mark is not of this history.
 * @throws {AppError} UNAUTHENTICATED or ACCOUNT_GONE unless the signed-in viewer is the person whose store this comes
 * from
 */
export async function push(
  db: PrismaClient,
  viewer: Viewer,
  { person, mark, ifKnown = false, mutations }: Push,
  now: Date,
): Promise<PushAnswer> {
  const user = await requirePerson(db, viewer, person)
  const sent = mutations.map(read)
  const isKnown = typeof mark === 'string' ? { isKnown: await isKnownMark(db, user.id, mark) } : {}
  if (ifKnown && isKnown.isKnown === false) return { results: [], revision: await revisionOf(db, user.id), ...isKnown }
  const answer = await inTurn(user.id, () => pushAll(db, user, sent, now))
  return { ...answer, ...isKnown }
}

async function pushAll(db: PrismaClient, user: UserViewer, sent: readonly Read[], now: Date): Promise<PushAnswer> {
  try {
    return await pushTogether(db, user, sent, now)
  } catch (error) {
    if (sent.length === 0 || error instanceof AppError) throw error
    // Where there is no connection to be had, asking for as many as there are changes helps nobody.
    if (error instanceof Error && error.message.includes('Unable to start a transaction'))
      throw new AppError('UNAVAILABLE', 'connections')
    return pushOneByOne(db, user, sent, now)
  }
}

async function revisionOf(db: PrismaClient, userId: string): Promise<number> {
  const person = await db.user.findUnique({ where: { id: userId }, select: { revision: true } })
  // Between being asked who they are and this, they deleted their account.
  if (!person) throw new AppError('ACCOUNT_GONE', 'person')
  return Number(person.revision)
}

function read(sent: Sent): Read {
  return { id: sent.id, mutation: mutationSchema.safeParse(sent).data ?? null }
}

function pushTogether(db: PrismaClient, user: UserViewer, sent: readonly Read[], now: Date): Promise<PushAnswer> {
  return db.$transaction(async (tx) => {
    // Twins may arrive at the same moment: the second waits here until the first has left its answers.
    await lockReaders(tx, user.id, touchedBy(sent))
    const outcomes = await keptOutcomes(tx, user.id, sent)
    const fresh = new Map<string, Outcome>()
    const unread = new Map<string, Unread>()
    const held = new Set<string>()
    for (const run of runsOf(sent.filter(({ id }) => !outcomes.has(id)))) {
      const things = 'one' in run && run.one.mutation ? thingsOf(run.one.mutation) : []
      if (things.some((thing) => held.has(thing))) continue
      for (const [id, outcome] of await outcomesOf(tx, user, run, now)) {
        if (isVerdict(outcome)) fresh.set(id, outcome)
        else {
          unread.set(id, outcome)
          for (const thing of things) held.add(thing)
        }
      }
    }
    const results = sent.flatMap(({ id }): MutationResult[] => {
      const outcome = outcomes.get(id) ?? fresh.get(id) ?? unread.get(id)
      return outcome ? [{ id, ...outcome }] : []
    })
    if (fresh.size > 0)
      await tx.mutation.createMany({
        data: [...fresh].map(([id, result]) => ({ userId: user.id, id, result, createdAt: now })),
      })
    const { revision } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { revision: true } })
    return { results, revision: Number(revision), mark: await markOf(tx, user.id, revision) }
  }, PATIENCE)
}

/** What breaks is answered by no verdict: it comes again, and before it nothing about the same things. */
async function pushOneByOne(db: PrismaClient, user: UserViewer, sent: readonly Read[], now: Date): Promise<PushAnswer> {
  const results: MutationResult[] = []
  const broken: string[] = []
  const held = new Set<string>()
  for (const each of sent) {
    const things = each.mutation ? thingsOf(each.mutation) : []
    if (things.some((thing) => held.has(thing))) continue
    try {
      const answered = (await pushTogether(db, user, [each], now)).results
      results.push(...answered)
      if (!answered.every(isVerdict)) for (const thing of things) held.add(thing)
    } catch (error) {
      if (error instanceof AppError) throw error
      log.error({ err: error, mutation: each.mutation?.name }, 'A change broke')
      // Where the database takes nothing at all, it is not this change's doing.
      await proveWell(db, user.id)
      broken.push(each.id)
      for (const thing of things) held.add(thing)
    }
  }
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: user.id }, select: { revision: true } })
  return {
    results,
    ...(broken.length > 0 && { broken }),
    revision: Number(revision),
    mark: await markOf(db, user.id, revision),
  }
}

/** Writes what is so already. @throws when the database cannot be reached, or has no room */
async function proveWell(db: PrismaClient, userId: string): Promise<void> {
  await db.$executeRaw`UPDATE "User" SET "createdAt" = "createdAt" WHERE "id" = ${userId}::uuid`
}

function touchedBy(sent: readonly Read[]): Touched {
  const mutations = sent.flatMap(({ mutation }) => mutation ?? [])
  return {
    noteIds: mutations.flatMap(({ name, args }) =>
      name === 'editNote' || name === 'deleteNote' || name === 'restoreNote' ? args.id : [],
    ),
    groupIds: mutations.flatMap(({ name, args }) => (name === 'editNote' ? (args.groupId ?? []) : [])),
  }
}

async function keptOutcomes(
  tx: Prisma.TransactionClient,
  userId: string,
  sent: readonly Read[],
): Promise<Map<string, Outcome>> {
  const kept = await tx.mutation.findMany({
    where: { userId, id: { in: sent.map(({ id }) => id) } },
    select: { id: true, result: true },
  })
  return new Map(kept.map(({ id, result }) => [id, outcomeSchema.parse(result)]))
}

type PickMutation = Extract<Mutation, { name: 'setPick' }>
/** Mutations that are run together: picks of different sessions in a row, or any other alone. */
type Run = { picks: { id: string; args: PickMutation['args'] }[] } | { one: Read }

/** What is to be run, in order; of twins within one push the first. */
function runsOf(sent: readonly Read[]): Run[] {
  const runs: Run[] = []
  const seen = new Set<string>()
  for (const each of sent) {
    const { id, mutation } = each
    if (seen.has(id)) continue
    seen.add(id)
    const last = runs.at(-1)
    if (mutation?.name !== 'setPick') runs.push({ one: each })
    else if (last && 'picks' in last && last.picks.every(({ args }) => args.sessionId !== mutation.args.sessionId))
      last.picks.push({ id, args: mutation.args })
    else runs.push({ picks: [{ id, args: mutation.args }] })
  }
  return runs
}

async function outcomesOf(
  tx: Prisma.TransactionClient,
  user: UserViewer,
  run: Run,
  now: Date,
): Promise<[id: string, outcome: Outcome | Unread][]> {
  if ('one' in run) return [[run.one.id, await outcomeOf(tx, user, run.one.mutation, now)]]
  const refused = await setPicks(
    tx,
    user,
    run.picks.map(({ args }) => args),
    now,
  )
  return run.picks.map(({ id, args }) => [id, refusalOf(refused.get(args.sessionId)) ?? { ok: true }])
}

/** Mutations refuse before they write: what a refusal leaves behind is its answer alone. */
async function outcomeOf(
  tx: Prisma.TransactionClient,
  user: UserViewer,
  mutation: Mutation | null,
  now: Date,
): Promise<Outcome | Unread> {
  if (!mutation || mutation.name === 'setPick') return { ok: false, code: 'INVALID' }
  try {
    return (await dispatch(tx, user, mutation, now)) === 'BASE_MISSING'
      ? { ok: false, code: 'BASE_MISSING' }
      : { ok: true }
  } catch (error) {
    const refusal = refusalOf(error)
    // Anything else is no verdict on the mutation: it may come again.
    if (!refusal) throw error
    return refusal
  }
}

function isVerdict(outcome: Outcome | Unread): outcome is Outcome {
  return outcome.ok || outcome.code !== 'BASE_MISSING'
}

function refusalOf(error: unknown): Outcome | null {
  const code = error instanceof AppError ? refusalSchema.safeParse(error.code) : null
  return code?.success ? { ok: false, code: code.data } : null
}
