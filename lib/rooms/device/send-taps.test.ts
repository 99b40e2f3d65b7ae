import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { stewardReportSchema } from '@/lib/rooms/reports'
import { openStewardQueue, type StewardQueue } from './steward-queue'
import type { TapContent } from './steward-taps'
import { sendTaps } from './send-taps'

const door = { session: null, capacity: 100, state: 'open', count: 0, queueMinutes: null, delayMinutes: null } as const

let queue: StewardQueue
let [count, bodies]: [number, number] = [0, 0]
const seen = new Set<string>()

/** A server that takes what the real one's schema takes, once. @param answer what stands before it says instead */
function serve(
  answer: (readings: z.output<typeof stewardReportSchema>['readings']) => Response | null = () => null,
): void {
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    const sent = typeof init.body === 'string' ? stewardReportSchema.safeParse(JSON.parse(init.body)) : null
    if (sent) bodies++
    if (sent && !sent.success) return Response.json({ error: 'INVALID' }, { status: 400 })
    const instead = answer(sent?.data.readings ?? [])
    if (instead) return instead
    for (const reading of sent?.data.readings ?? []) {
      if (reading.kind === 'count' && !seen.has(reading.id)) count += reading.delta
      seen.add(reading.id)
    }
    return Response.json({ ...door, count })
  })
}

const tap = (told: TapContent) => queue.add({ ...told, id: randomUUID(), at: '2026-03-24T10:00:00.000Z' })
const states = async () => (await queue.list()).map(({ state }) => state)
const send = () => sendTaps('token', queue)

beforeEach(() => {
  ;[count, bodies] = [0, 0]
  seen.clear()
  queue = openStewardQueue('door', { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => {
  queue.close()
  vi.unstubAllGlobals()
})

it('sends more taps than the server takes at once, as after a day without a network', async () => {
  serve()
  for (let person = 0; person < 620; person++) await tap({ kind: 'count', delta: 1 })
  expect(await send()).toEqual({ ...door, count: 620 })
  expect(new Set(await states())).toEqual(new Set(['kept']))
})

describe('a tap that the server cannot digest', () => {
  // No such number: a build that is not yet, or no more.
  const poison: TapContent = { kind: 'count', delta: 5_000 }

  it('holds up none of the others, and is sent no more after three rounds', async () => {
    serve()
    for (const told of [
      { kind: 'count', delta: 1 },
      poison,
      { kind: 'count', delta: 2 },
      { kind: 'level', level: 'full' },
    ] satisfies TapContent[])
      await tap(told)
    expect([await send(), await states()]).toEqual([{ ...door, count: 3 }, ['kept', 'asked', 'kept', 'kept']])
    expect([await send(), await send(), await states()]).toEqual([
      { ...door, count: 3 },
      { ...door, count: 3 },
      ['kept', 'refused', 'kept', 'kept'],
    ])
    bodies = 0
    expect([await send(), bodies]).toEqual([{ ...door, count: 3 }, 0])
  })

  it('is found, too, where the server breaks over it', async () => {
    serve((readings) =>
      readings.some(({ kind }) => kind === 'delay') ? Response.json({ error: 'INTERNAL' }, { status: 500 }) : null,
    )
    for (const told of [
      { kind: 'delay', minutes: 5 },
      { kind: 'count', delta: 2 },
    ] satisfies TapContent[])
      await tap(told)
    for (const _ of [1, 2, 3]) expect(await send()).toEqual({ ...door, count: 2 })
    expect(await states()).toEqual(['refused', 'kept'])
  })
})

it.each([500, 403, 429, 503])('gives nothing up while the server itself says nothing else (%s)', async (status) => {
  serve(() => new Response('', { status }))
  await tap({ kind: 'count', delta: 1 })
  for (const _ of [1, 2, 3, 4]) expect(await send()).toBe('failed')
  expect(await states()).toEqual(['asked'])
  serve()
  expect(await send()).toEqual({ ...door, count: 1 })
})

it('keeps what waits where the link was revoked', async () => {
  serve(() => new Response('', { status: 404 }))
  await tap({ kind: 'count', delta: 1 })
  expect([await send(), await states()]).toEqual(['revoked', ['asked']])
})
