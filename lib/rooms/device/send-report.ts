import { recall, remember } from '@/lib/platform/device-memory'
import { sendApart } from '@/lib/sync/client/exchange/send-apart'
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
  keepWaiting(conference, [...listWaiting(conference), report])
  await sendWaiting(conference, makeId)
}

/**
 * Sends what waits. One that the server refuses is let go; one over which it breaks waits until it is worth nothing any
 * more.
 * @returns `failed`: something waits still
 */
export async function sendWaiting(conference: string, makeId: () => string): Promise<'done' | 'failed'> {
  // Those, too, that a full disk does not let go of.
  const [answered, broken] = [new Set<string>(), new Set<string>()]
  let isRefused = false
  const sent = await sendApart<Report, 'failed'>({
    take: async (most = AT_ONCE) =>
      listWaiting(conference)
        .filter(({ id }) => !answered.has(id) && !broken.has(id))
        .slice(0, most),
    async send(reports) {
      const outcome = await ask(conference, reports, makeId)
      isRefused = outcome === 'refused'
      if (outcome === 'failed') return { stop: outcome }
      if (outcome !== 'taken') return 'apart'
      const ids = reports.map(({ id }) => id)
      for (const id of ids) answered.add(id)
      letGo(conference, reports)
      for (const listener of listeners) listener(ids)
      return 'answered'
    },
    async alone(report) {
      if (isRefused) letGo(conference, [report])
      ;(isRefused ? answered : broken).add(report.id)
      return null
    },
  })
  return sent === 'all' && broken.size === 0 ? 'done' : 'failed'
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
