import type { BoardSession } from '../board'

/** Some days, or all that there can be. */
type Days = { has(day: string): boolean }

/**
 * Days of which fewer sessions have a time than wait for one. Of a programme of which most waits, and of an empty one,
 * each is: its sessions may come to any of them.
 */
export function hardlyArranged(
  sessions: readonly BoardSession[],
  timedOn: ReadonlyMap<string, readonly unknown[]>,
): Days {
  const waitingOn = new Map<string, number>()
  for (const { dayOn, startAt } of sessions) if (startAt === null) waitingOn.set(dayOn, (waitingOn.get(dayOn) ?? 0) + 1)
  const waiting = [...waitingOn.values()].reduce((sum, count) => sum + count, 0)
  if (waiting > sessions.length / 2 || sessions.length === 0) return { has: () => true }
  return new Set([...waitingOn].flatMap(([day, count]) => (count > (timedOn.get(day)?.length ?? 0) ? day : [])))
}
