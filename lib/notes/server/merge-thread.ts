import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { openThread } from '@/lib/platform/tasks/thread'
import { mergeQuickly, type MergedText } from '../merge'
import type { MergeTask } from './merge-task'

// A note of some pages, typed and corrected by several: merged within milliseconds, or handed on, whatever is in it.
const MOST_AT_ONCE_BYTES = 64 * 1024

const answer = z
  .object({ text: z.string(), state: z.instanceof(Uint8Array<ArrayBuffer>), whole: z.boolean(), waits: z.boolean() })
  .nullable()
const thread = openThread<MergeTask, MergedText | null>({
  bundle: 'dist/merge-worker.cjs',
  answer,
  deadlineMs: 5_000,
  memoryMb: 256,
})

/**
 * mergeText, in a thread of its own unless the note is small: one person's document holds up nobody else.
 * @throws {AppError} TOO_LARGE when it would take too long, or too much memory; UNAVAILABLE when too many wait
 */
export async function mergeApart(state: Uint8Array | null, updates: readonly Uint8Array[]): Promise<MergedText | null> {
  const bytes = updates.reduce((sum, { length }) => sum + length, state?.length ?? 0)
  const atOnce = bytes <= MOST_AT_ONCE_BYTES ? mergeQuickly(state, updates) : null
  if (atOnce) return atOnce
  const outcome = await thread.ask({ state, updates })
  if (outcome.ok) return outcome.value
  log.warn({ reason: outcome.reason, bytes }, 'A note was too much to merge')
  throw new AppError('TOO_LARGE', outcome.reason)
}
