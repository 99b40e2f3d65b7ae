import { setTimeout as wait } from 'node:timers/promises'

/** Whoever asks how we are gives up soon after. */
const DEADLINE_MS = 2_000

/** What it gives; `late` when it fails, or takes longer than two seconds. */
export async function inTime<Value, Late>(asking: Promise<Value>, late: Late): Promise<Value | Late> {
  const patience = new AbortController()
  const waiting = wait(DEADLINE_MS, late, { signal: patience.signal })
  const answer = await Promise.race([asking, waiting]).catch(() => late)
  patience.abort()
  return answer
}
