import { MINUTE_MS } from '@/lib/platform/time'

/** How many were in a room over the last half hour. */
export type Trend = {
  /** Every two minutes, the oldest first; the last is now. */
  points: number[]
  direction: 'rising' | 'falling' | 'steady'
}

export const TREND_MINUTES = 30
const STEP_MINUTES = 2
/** What counts as a direction: the change of the last ten minutes. */
const RECENT_STEPS = 5
/** Fewer come and go all the time. */
const NOISE_PEOPLE = 2
const NOISE_SHARE = 0.03

/**
 * @param count how many are in now;
 * @param changes what stewards counted in and out in the last half hour, in any order
 */
export function trendOf(
  count: number,
  changes: readonly { at: Date; delta: number }[],
  capacity: number | null,
  now: Date,
): Trend {
  const steps = TREND_MINUTES / STEP_MINUTES
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const at = now.getTime() - (steps - index) * STEP_MINUTES * MINUTE_MS
    // Before the doors of what is on now nobody is counted for it.
    return Math.max(
      0,
      changes.reduce((before, change) => (change.at.getTime() > at ? before - change.delta : before), count),
    )
  })
  const change = count - (points.at(-1 - RECENT_STEPS) ?? count)
  const noise = Math.max(NOISE_PEOPLE, (capacity ?? 0) * NOISE_SHARE)
  return { points, direction: Math.abs(change) <= noise ? 'steady' : change > 0 ? 'rising' : 'falling' }
}
