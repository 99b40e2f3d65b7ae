import { forget, recall, remember } from '@/lib/platform/device-memory'
import { MINUTE_MS } from '@/lib/platform/time'
import type { AttendeeWord } from '../attendee-words'

/** What an attendee said of a session, and when by this device's clock. */
export type Report = {
  id: string
  at: string
  sessionId: string
  level: AttendeeWord
  /** Which of the session's rooms, where that is known. */ roomId?: string
}

const KEY = 'hallway-reports'
// What was seen half an hour ago says nothing of now.
const WORTH_MS = 30 * MINUTE_MS

/**
 * What was said of a conference's sessions, is worth saying still, and has not reached the server, from this device.
 */
export function listWaiting(conference: string): Report[] {
  try {
    const kept: unknown = JSON.parse(recall(`${KEY}-${conference}`) ?? '[]')
    return Array.isArray(kept) ? kept.filter(({ at }: Report) => Date.now() - Date.parse(at) < WORTH_MS) : []
  } catch {
    return []
  }
}

/** Keeps what waits; where nothing can be kept (a full disk, a private window) it waits as long as the page is open. */
export function keepWaiting(conference: string, reports: readonly Report[]): void {
  if (reports.length === 0) forget(`${KEY}-${conference}`)
  else remember(`${KEY}-${conference}`, JSON.stringify(reports))
}
