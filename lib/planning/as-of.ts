/** What stands is as late as what a device was told once, or later: the device's is old news. */
export function isStale(asOf: string | undefined, stands: { updatedAt: Date } | null | undefined): boolean {
  return asOf !== undefined && stands !== null && stands !== undefined && stands.updatedAt.getTime() >= Date.parse(asOf)
}

/** When something was said: now, unless it is what was told before. */
export function saidAt(asOf: string | undefined, now: Date): Date {
  return asOf === undefined || Date.parse(asOf) > now.getTime() ? now : new Date(asOf)
}
