import { MINUTE_MS } from '@/lib/platform/time'
import type { AttendeeWord } from './attendee-words'

type Report = { id: string; at: string; sessionId: string; level: AttendeeWord }

const KEY = 'hallway-reports'
const DEVICE_KEY = 'hallway-device'
const TIMEOUT_MS = 10_000
// What was seen half an hour ago says nothing of now.
const WORTH_MS = 30 * MINUTE_MS

/**
 * Sends what this attendee saw, with what could not be sent before; kept on this device until the server has it or it is too old.
 * @returns whether the server has it
 */
export async function sendReport(conference: string, report: Report | null, makeId: () => string): Promise<boolean> {
  const waiting = [...readWaiting(conference), ...(report ? [report] : [])].filter(({ at }) => Date.now() - Date.parse(at) < WORTH_MS)
  write(conference, waiting)
  if (waiting.length === 0) return true
  try {
    const body = JSON.stringify({ conference, device: deviceId(makeId), sentAt: new Date().toISOString(), readings: waiting })
    const response = await fetch('/api/v1/readings', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
    // Refused for good: it would be refused again.
    if (response.ok || response.status === 400 || response.status === 404) write(conference, [])
    return response.ok
  } catch {
    return false
  }
}

function readWaiting(conference: string): Report[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${KEY}-${conference}`) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function write(conference: string, reports: readonly Report[]): void {
  try {
    if (reports.length === 0) localStorage.removeItem(`${KEY}-${conference}`)
    else localStorage.setItem(`${KEY}-${conference}`, JSON.stringify(reports))
  } catch {
    // A full disk or a private window: the report is sent all the same, once.
  }
}

/** One voice each: a device is one attendee, while it has no account. */
function deviceId(makeId: () => string): string {
  const known = localStorage.getItem(DEVICE_KEY)
  if (known) return known
  const made = makeId()
  localStorage.setItem(DEVICE_KEY, made)
  return made
}
