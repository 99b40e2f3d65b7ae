import type { Change } from '../../mutation'
import { makeId } from './make-id'
import type { NewEntry } from '../kind'

/**
 * What a server that was put back to before is to hear again: pure. It told this device of rows that it may not have
 * any more, or as they were earlier. Nothing is taken from it: what it has of later than the device's stands, and what
 * only the device has comes back.
 */
export type Again = Change & { conferenceId: string }

/** In which way a row is said again; null: what the server has is as late, or later. */
export function howOf(
  updatedAt: string | undefined,
  told: { updatedAt?: string | undefined } | undefined,
  isBehind: boolean,
): { asOf?: string; adds?: true } | null {
  if (!told) return updatedAt === undefined ? { adds: true } : { asOf: updatedAt }
  // A row of a build that kept no times.
  if (updatedAt === undefined || told.updatedAt === undefined) return isBehind ? {} : null
  return Date.parse(updatedAt) > Date.parse(told.updatedAt) ? { asOf: updatedAt } : null
}

/**
 * What is said again, as entries. Where it is not sure that the server was put back, it says nothing of what the server
 * refuses: that may have it all.
 */
export function saidAgain(again: readonly Again[], isSure: boolean, now: Date): NewEntry[] {
  return again.map(({ conferenceId, ...change }) => ({
    conferenceId,
    mutation: { ...change, id: makeId(), at: now.toISOString() },
    ...(!isSure && { quiet: true }),
  }))
}
