import { array, enum as oneOf, nullable, number, object, optional, string } from 'zod/mini'
import { forget, recall, remember } from '@/lib/platform/device-memory'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { Step } from '../moving/desk'

const place = object({
  dayOn: string(),
  startAt: nullable(string()),
  endAt: nullable(string()),
  roomIds: array(string()),
})
const created = object({ title: string(), kind: oneOf(sessionKinds) })
const wanted = nullable(object({ place, created: optional(created) }))
const change = object({
  sessionId: string(),
  title: string(),
  from: nullable(place),
  before: wanted,
  after: wanted,
})
const stepsSchema = array(object({ id: string(), at: string(), seen: number(), changes: array(change) }))

/** Of one person at one conference's board. */
export type BoardKey = { conferenceId: string; userId: string }

/** What was done on this device's board and has not reached the server, be its page closed. */
export function listWaitingSteps(key: BoardKey): readonly Step[] {
  try {
    const kept = stepsSchema.safeParse(JSON.parse(recall(nameOfWaiting(key)) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

/** Keeps them beyond the page, where the browser keeps anything. */
export function keepWaitingSteps(key: BoardKey, steps: readonly Step[]): void {
  if (steps.length > 0) remember(nameOfWaiting(key), JSON.stringify(steps))
  else if (recall(nameOfWaiting(key)) !== null) forget(nameOfWaiting(key))
}

/** By which it is kept, and sent by one at a time. */
export function nameOfWaiting({ conferenceId, userId }: BoardKey): string {
  return `hallway-board-${conferenceId}-${userId}`
}
