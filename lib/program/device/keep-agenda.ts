import type { Agenda } from '../agenda'

/**
 * Is what was fetched to replace what is here? A programme that lost all its sessions is a mistake somewhere, or an
 * answer cut short: nobody means it.
 */
export function isWorthKeeping(here: Agenda | null | undefined, fetched: Agenda): boolean {
  return fetched.sessions.length > 0 || !here || here.sessions.length === 0
}

const OLD_MS = 10 * 60_000

/** Is the age of what is shown to be said? When the server cannot be reached, or has not been asked for ten minutes. */
export function isAgeWorthSaying(asOf: Date, now: Date, reachable: boolean): boolean {
  return !reachable || now.getTime() - asOf.getTime() > OLD_MS
}
