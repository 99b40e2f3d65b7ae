import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { lockReaders, type Touched } from '@/lib/notes/note-readers'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import type { UserViewer } from '@/lib/planning/mutations'
import { AppError } from '@/lib/platform/errors'
import { outcomeSchema, refusalSchema, type MutationResult, type Outcome, type PushAnswer } from '../answers'
import { mutationSchema, type Mutation, type Push } from '../protocol'
import { dispatch } from './dispatch'
import { requirePerson } from './person'

// A device that comes back from a day without a network is one of thousands: waiting for a connection is no failure.
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

type Sent = Push['mutations'][number]
/** A mutation with what it was understood as; null: not at all. */
type Read = { id: string; mutation: Mutation | null }

/**
 * Runs a device's mutations in order, each once: one that was here before gets the answer it got. A refused one is answered
 * with its code and holds up none of the others. All run in one transaction; where one breaks, each runs in its own.
 * @throws {AppError} UNAUTHENTICATED unless the signed-in viewer is the person whose store this comes from
 */
export async function push(db: PrismaClient, viewer: Viewer, { person, mutations }: Push, now: Date): Promise<PushAnswer> {
  const user = requirePerson(viewer, person)
  const sent = mutations.map(read)
  return pushTogether(db, user, sent, now).catch((error: unknown) => {
    if (sent.length < 2 || error instanceof AppError) throw error
    return pushOneByOne(db, user, sent, now)
  })
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
    const results: MutationResult[] = []
    for (const { id, mutation } of sent) {
      const outcome = outcomes.get(id) ?? fresh.get(id) ?? (await outcomeOf(tx, user, mutation, now))
      if (!outcomes.has(id)) fresh.set(id, outcome)
      results.push({ id, ...outcome })
    }
    if (fresh.size > 0) await tx.mutation.createMany({ data: [...fresh].map(([id, result]) => ({ userId: user.id, id, result, createdAt: now })) })
    const { revision } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { revision: true } })
    return { results, revision: Number(revision) }
  }, PATIENCE)
}

/** What breaks is answered by no verdict: those before it are kept, and it comes again. */
async function pushOneByOne(db: PrismaClient, user: UserViewer, sent: readonly Read[], now: Date): Promise<PushAnswer> {
  const answers: PushAnswer[] = []
  for (const each of sent) answers.push(await pushTogether(db, user, [each], now))
  return { results: answers.flatMap(({ results }) => results), revision: Math.max(...answers.map(({ revision }) => revision)) }
}

function touchedBy(sent: readonly Read[]): Touched {
  const mutations = sent.flatMap(({ mutation }) => mutation ?? [])
  return {
    noteIds: mutations.flatMap(({ name, args }) => (name === 'editNote' || name === 'deleteNote' || name === 'restoreNote' ? args.id : [])),
    groupIds: mutations.flatMap(({ name, args }) => (name === 'editNote' ? args.groupId ?? [] : [])),
  }
}

async function keptOutcomes(tx: Prisma.TransactionClient, userId: string, sent: readonly Read[]): Promise<Map<string, Outcome>> {
  const kept = await tx.mutation.findMany({ where: { userId, id: { in: sent.map(({ id }) => id) } }, select: { id: true, result: true } })
  return new Map(kept.map(({ id, result }) => [id, outcomeSchema.parse(result)]))
}

/** Mutations refuse before they write: what a refusal leaves behind is its answer alone. */
async function outcomeOf(tx: Prisma.TransactionClient, user: UserViewer, mutation: Mutation | null, now: Date): Promise<Outcome> {
  if (!mutation) return { ok: false, code: 'INVALID' }
  try {
    await dispatch(tx, user, mutation, now)
    return { ok: true }
  } catch (error) {
    const code = error instanceof AppError ? refusalSchema.safeParse(error.code) : null
    // Anything else is no verdict on the mutation: it may come again.
    if (!code?.success) throw error
    return { ok: false, code: code.data }
  }
}
