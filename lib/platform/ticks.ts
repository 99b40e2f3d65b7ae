/**
 * How long until a clock that goes in steps goes on: so it turns with the minute, and not some seconds later.
 * @param nowMs milliseconds since 1970; @param stepMs of which a minute holds a whole number, or which is minutes
 */
export function untilNextTick(nowMs: number, stepMs: number): number {
  return stepMs - (nowMs % stepMs)
}

/** How long something waits that is done at once, but not twice within a time. All in milliseconds. */
export function waitApart(lastAtMs: number, nowMs: number, apartMs: number): number {
  return Math.max(0, lastAtMs + apartMs - nowMs)
}
