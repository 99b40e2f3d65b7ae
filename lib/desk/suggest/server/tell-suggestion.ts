import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import type { SuggestFacts, Wish } from '../day-facts'
import { poseProblem } from '../pose'
import type { SuggestProblem } from '../problem'
import { suggestionOf } from '../suggestion'
import { tell, type Told } from '../told'
import { loadSuggestFacts } from './load-suggest-facts'
import { solveApart } from './solve-thread'

/** Nobody reads faster. */
const TELL_EVERY_MS = 300

/**
 * Searches what rooms and times are better, and tells of each better suggestion as a line of JSON until the best is
 * found or the deadline comes. Whoever hangs up ends the search. Nothing is changed.
 */
export async function tellSuggestion(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  wish: Wish,
  now: Date,
): Promise<Response> {
  const facts = await loadSuggestFacts(db, granted, wish.day, now)
  const problem = poseProblem(facts, wish, now)
  const hungUp = new AbortController()
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (told: Told) => {
        if (!hungUp.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(told)}\n`))
      }
      await search(facts, problem, hungUp.signal, say)
      if (!hungUp.signal.aborted) controller.close()
    },
    cancel: () => hungUp.abort(),
  })
  return new Response(lines, {
    // No proxy and no compression holds lines back.
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

async function search(
  facts: SuggestFacts,
  problem: SuggestProblem | null,
  signal: AbortSignal,
  say: (told: Told) => void,
): Promise<void> {
  if (!problem) return say({ state: 'failed', reason: 'too-much' })
  if (problem.sessions.every(({ spots }) => spots.length === 1))
    return say({ state: 'failed', reason: 'nothing-to-move' })
  let toldAt = 0
  try {
    const answer = await solveApart(problem, {
      signal,
      onBetter: (better) => {
        if (Date.now() - toldAt < TELL_EVERY_MS) return
        toldAt = Date.now()
        say({ state: 'searching', suggestion: tell(suggestionOf(problem, better), facts.sessions) })
      },
    })
    say(
      answer
        ? { state: 'done', suggestion: tell(suggestionOf(problem, answer), facts.sessions) }
        : { state: 'failed', reason: 'too-much' },
    )
  } catch (error) {
    // The answer's head is on its way: what is said of it stands in its last line.
    if (!(error instanceof AppError)) log.error({ err: error }, 'A suggestion could not be searched')
    say({ state: 'failed', reason: 'UNAVAILABLE' })
  }
}
