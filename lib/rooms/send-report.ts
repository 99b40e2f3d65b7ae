import { recall, remember } from '@/lib/platform/device-memory'
import { keepWaiting, listWaiting, type Report } from './waiting-reports'

const DEVICE_KEY = 'hallway-device'
const TIMEOUT_MS = 10_000
/** The most that the server takes at once. */
const AT_ONCE = 50

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

/**
 * Apart, where the server does not take all of them together: one that it cannot digest takes none of the others along,
 * nor holds them up.
 */
async function send(conference: string, reports: readonly Report[], makeId: () => string): Promise<void> {
  if (reports.length === 0) return
  const outcome = reports.length > AT_ONCE ? 'broken' : await ask(conference, reports, makeId)
  if (outcome === 'failed') return
  if (outcome === 'taken') {
    letGo(conference, reports)
    for (const listener of listeners) listener(reports.map(({ id }) => id))
  } else if (reports.length > 1) {
    const half = Math.ceil(reports.length / 2)
    await send(conference, reports.slice(0, half), makeId)
    await send(conference, reports.slice(half), makeId)
  } else if (outcome === 'refused') letGo(conference, reports)
}

/** What was said meanwhile stays. */
function letGo(conference: string, reports: readonly Report[]): void {
  const ids = reports.map(({ id }) => id)
  keepWaiting(
    conference,
    listWaiting(conference).filter(({ id }) => !ids.includes(id)),
  )
}

/** `refused`: it would be refused again. `broken`: over these, it waits until it is worth nothing any more. */
async function ask(
  conference: string,
  reports: readonly Report[],
  makeId: () => string,
): Promise<'taken' | 'refused' | 'broken' | 'failed'> {
  const body = JSON.stringify({
    conference,
    device: deviceId(makeId),
    sentAt: new Date().toISOString(),
    readings: reports,
  })
  const response = await fetch('/api/v1/readings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null)
  if (response?.ok) return 'taken'
  if (response?.status === 400 || response?.status === 404) return 'refused'
  return response?.status === 500 ? 'broken' : 'failed'
}

/** One voice each: a device is one attendee, while it has no account; where nothing can be kept, for one page. */
function deviceId(makeId: () => string): string {
  const known = recall(DEVICE_KEY) ?? makeId()
  remember(DEVICE_KEY, known)
  return known
}
