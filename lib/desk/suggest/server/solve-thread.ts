import { MessageChannel } from 'node:worker_threads'
import { z } from 'zod'
import { log } from '@/lib/platform/log'
import { openThread } from '@/lib/platform/tasks/thread'
import type { BestAnswer } from '../best-so-far'
import type { SuggestProblem } from '../problem'
import type { SolveTask } from './solve-task'

/** Of an organizer's patience. */
const DEADLINE_MS = 20_000

const answerSchema = z.object({ chosen: z.array(z.number().int()), counted: z.number(), bound: z.number() })
const thread = openThread<SolveTask, BestAnswer>({
  bundle: 'dist/solve-worker.cjs',
  answer: answerSchema,
  // A step that has begun ends.
  deadlineMs: DEADLINE_MS + 15_000,
  memoryMb: 512,
  mostWaiting: 4,
})

/**
 * Solves in a thread of its own, one problem after the other.
 * @param onBetter told of each better answer
 * @param signal stops it: the best so far is what onBetter was told last
 * @returns null when it was stopped, or was too much
 * @throws {AppError} UNAVAILABLE when too many wait
 */
export async function solveApart(
  problem: SuggestProblem,
  { onBetter, signal }: { onBetter: (answer: BestAnswer) => void; signal: AbortSignal },
): Promise<BestAnswer | null> {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (better: unknown) => onBetter(answerSchema.parse(better)))
  try {
    const task = { problem, deadlineMs: DEADLINE_MS, port: port2 }
    const outcome = await thread.ask(task, { transfer: [port2], signal })
    if (outcome.ok) return outcome.value
    if (outcome.reason !== 'stopped')
      log.warn({ reason: outcome.reason, sessions: problem.sessions.length }, 'A suggestion was too much to search')
    return null
  } finally {
    port1.close()
  }
}
