import type { Prisma } from '@/generated/prisma/client'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { refusalSchema, type MutationOutcome } from '../answers'
import { thingsOf, type ReadMutation } from './read-mutations'

type Transaction = Prisma.TransactionClient

/** An edit whose base is not here: no verdict, which would be kept, but a wish for the whole note. */
export type Unread = { ok: false; code: 'BASE_MISSING' }

/**
 * Runs mutations in their order. After one whose base is missing nothing about the same things is run, and has no
 * outcome.
 * @returns what came of each, by id
 * @throws whatever breaks: no verdict on the mutation, which may come again
 */
export async function runMutations(
  tx: Transaction,
  user: UserViewer,
  mutations: readonly ReadMutation[],
  now: Date,
): Promise<Map<string, MutationOutcome | Unread>> {
  const outcomes = new Map<string, MutationOutcome | Unread>()
  const held = new Set<string>()
  for (const run of runsOf(mutations)) {
    const about = run.flatMap(thingsOf)
    if (run.length === 1 && about.some((thing) => held.has(thing))) continue
    const ran = await outcomesOf(tx, user, run, now)
    for (const [index, { id }] of run.entries()) outcomes.set(id, ran[index] ?? { ok: true })
    if (!ran.every(isVerdict)) for (const thing of about) held.add(thing)
  }
  return outcomes
}

/** Is this an answer for good? */
export function isVerdict(outcome: { ok: boolean; code?: string }): outcome is MutationOutcome {
  return outcome.ok || outcome.code !== 'BASE_MISSING'
}

/**
 * What is to be run together, in order: several of one name in a row, each about another thing, where their handler
 * runs them in one go; any other alone. Of twins within one push the first.
 */
function runsOf(mutations: readonly ReadMutation[]): ReadMutation[][] {
  const runs: ReadMutation[][] = []
  const seen = new Set<string>()
  for (const each of mutations) {
    if (seen.has(each.id)) continue
    seen.add(each.id)
    const last = runs.at(-1)
    if (last && canJoin(last, each)) last.push(each)
    else runs.push([each])
  }
  return runs
}

function canJoin(run: readonly ReadMutation[], next: ReadMutation): boolean {
  const handler = next.change?.handler
  if (!handler?.runAll || run[0]?.change?.handler !== handler) return false
  const about = new Set(run.flatMap(thingsOf))
  return !thingsOf(next).some((thing) => about.has(thing))
}

async function outcomesOf(
  tx: Transaction,
  user: UserViewer,
  run: readonly ReadMutation[],
  now: Date,
): Promise<(MutationOutcome | Unread)[]> {
  const changes = run.flatMap(({ change }) => change ?? [])
  const runAll = changes[0]?.handler.runAll
  if (!runAll) return Promise.all(run.map((only) => outcomeOf(tx, user, only, now)))
  const refused = await runAll(
    tx,
    user,
    changes.map(({ args }) => args),
    now,
  )
  return refused.map((error) => refusalOf(error) ?? { ok: true })
}

/** Mutations refuse before they write: what a refusal leaves behind is its answer alone. */
async function outcomeOf(
  tx: Transaction,
  user: UserViewer,
  { change }: ReadMutation,
  now: Date,
): Promise<MutationOutcome | Unread> {
  if (!change) return { ok: false, code: 'INVALID' }
  try {
    return (await change.run(tx, user, now)) === 'BASE_MISSING' ? { ok: false, code: 'BASE_MISSING' } : { ok: true }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}

function refusalOf(error: unknown): MutationOutcome | null {
  const code = error instanceof AppError ? refusalSchema.safeParse(error.code) : null
  return code?.success ? { ok: false, code: code.data } : null
}
