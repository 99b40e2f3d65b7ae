import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { attendeeReportSchema } from '../reports'
import { onSent, sendReport, sendWaiting } from './send-report'
import { keepWaiting, listWaiting, type Report } from './waiting-reports'

const conference = randomUUID()
const taken = new Set<string>()
const kept = new Map<string, string>()

const report = (): Report => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  sessionId: randomUUID(),
  level: 'full',
})

/** A server that takes what the real one's schema takes, but for this report, over which it says this. */
function serve(poison?: string, status = 400): void {
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    const sent = attendeeReportSchema.safeParse(JSON.parse(String(init.body)))
    if (!sent.success) return new Response('', { status: 400 })
    if (sent.data.readings.some(({ id }) => id === poison)) return new Response('', { status })
    for (const { id } of sent.data.readings) taken.add(id)
    return new Response(null, { status: 204 })
  })
}

beforeEach(() => {
  taken.clear()
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('sends what waits, and tells what arrived', async () => {
  const told: string[] = []
  const stop = onSent((ids) => told.push(...ids))
  const [first, second] = [report(), report()]
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await sendReport(conference, first, randomUUID)
  expect([listWaiting(conference), told]).toEqual([[first], []])
  serve()
  await sendReport(conference, second, randomUUID)
  expect([listWaiting(conference), told, [...taken]]).toEqual([[], [first.id, second.id], [first.id, second.id]])
  stop()
})

it.each([400, 404, 500])('loses none of the others to one that the server cannot digest (%s)', async (status) => {
  const [first, poison, last] = [report(), report(), report()]
  keepWaiting(conference, [first, poison, last])
  serve(poison.id, status)
  await sendWaiting(conference, randomUUID)
  expect([[...taken], listWaiting(conference)]).toEqual([[first.id, last.id], status === 500 ? [poison] : []])
})

it('sends more than the server takes at once', async () => {
  const reports = Array.from({ length: 120 }, report)
  keepWaiting(conference, reports)
  serve()
  await sendWaiting(conference, randomUUID)
  expect([taken.size, listWaiting(conference)]).toEqual([120, []])
})
