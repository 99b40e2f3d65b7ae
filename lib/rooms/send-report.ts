import { recall, remember } from '@/lib/platform/device-memory'
import { keepWaiting, listWaiting, type Report } from './waiting-reports'

const DEVICE_KEY = 'hallway-device'
const TIMEOUT_MS = 10_000

const listeners = new Set<(ids: readonly string[]) => void>()

/** Calls back with the ids of reports that the server has, however late. @returns how to stop */
export function onSent(listener: (ids: readonly string[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps what this attendee saw until the server has it or it is too old, and sends it with what waits. */
export async function sendReport(conference: string, report: Report, makeId: () => string): Promise<void> {
  const waiting = [...listWaiting(conference), report]
  keepWaiting(conference, waiting)
  await send(conference, waiting, makeId)
}

/** Sends what could not be sent before; to be called when there is a network. */
export async function sendWaiting(conference: string, makeId: () => string): Promise<void> {
  await send(conference, listWaiting(conference), makeId)
}

async function send(conference: string, reports: readonly Report[], makeId: () => string): Promise<void> {
  if (reports.length === 0) return
  const body = JSON.stringify({ conference, device: deviceId(makeId), sentAt: new Date().toISOString(), readings: reports })
  const response = await fetch('/api/v1/readings', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null)
  // Refused for good: it would be refused again.
  if (!response?.ok && response?.status !== 400 && response?.status !== 404) return
  const ids = reports.map(({ id }) => id)
  // What was said meanwhile stays.
  keepWaiting(conference, listWaiting(conference).filter(({ id }) => !ids.includes(id)))
  if (response.ok) for (const listener of listeners) listener(ids)
}

/** One voice each: a device is one attendee, while it has no account; where nothing can be kept, for one page. */
function deviceId(makeId: () => string): string {
  const known = recall(DEVICE_KEY) ?? makeId()
  remember(DEVICE_KEY, known)
  return known
}
