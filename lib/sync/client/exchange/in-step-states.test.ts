import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '@/lib/device'
import { HOUR_MS } from '@/lib/platform/time'
import type { PersonStore } from '../kind'
import { keepInStep, type Stepper, type SyncStatus } from './keep-in-step'

const person = randomUUID()
const page = new EventTarget()
let store: PersonStore
let stepper: Stepper | null = null
let told: SyncStatus[] = []
/** How a push is answered. */
let answerPush: (ids: string[]) => Response

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('navigator', {})
  vi.stubGlobal(
    'EventSource',
    class {
      close() {}
    },
  )
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit) => {
    if (address !== '/api/v1/push') return new Response('', { status: 408 })
    const sent: { mutations: { id: string }[] } = JSON.parse(String(body))
    return answerPush(sent.mutations.map(({ id }) => id))
  })
  answerPush = (ids) => Response.json({ results: ids.map((id) => ({ id, ok: true })), revision: 1 })
  store = openStore(person, { indexedDB: new IDBFactory(), IDBKeyRange })
  told = []
})
afterEach(() => {
  stepper?.stop()
  store.dexie.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const begin = () => (stepper = keepInStep(store, person, (status) => told.push(status)))
const givenUp = async (sessionId: string) => {
  const mutation = { id: randomUUID(), at: '2026-03-24T12:00:00.000Z', name: 'dropPick' as const, args: { sessionId } }
  await store.outbox.add({ conferenceId: 'c', mutation, sent: true, refused: 'BROKEN' })
}
const states = async () =>
  (await store.outbox.toArray()).map(({ refused, doneBy }) => refused ?? (doneBy === undefined ? 'waits' : 'done'))

it('tries what was given up again when a page is loaded, when the network is back, and every hour', async () => {
  await givenUp('a')
  begin()
  await expect.poll(states).toEqual(['done'])
  await givenUp('b')
  stepper?.sync()
  await expect.poll(() => told.length).toBe(2)
  expect(await states()).toEqual(['done', 'BROKEN'])
  page.dispatchEvent(new Event('online'))
  await expect.poll(states).toEqual(['done', 'done'])
  await givenUp('c')
  vi.advanceTimersByTime(HOUR_MS)
  await expect.poll(states).toEqual(['done', 'done', 'done'])
})

it.each([
  [503, 'UNAVAILABLE', { online: false, troubled: true, signedOut: false, blocked: false, accountGone: false }],
  [429, 'RATE_LIMITED', { online: false, troubled: false, signedOut: false, blocked: false, accountGone: false }],
  [401, 'UNAUTHENTICATED', { online: true, troubled: false, signedOut: true, blocked: false, accountGone: false }],
  [401, 'BLOCKED', { online: true, troubled: false, signedOut: true, blocked: true, accountGone: false }],
  [401, 'ACCOUNT_GONE', { online: true, troubled: false, signedOut: true, blocked: false, accountGone: true }],
])('tells what %s %s says of the server and of who is here', async (status, error, says) => {
  answerPush = () => Response.json({ error }, { status })
  await givenUp('a')
  begin()
  await expect.poll(() => told).toEqual([says])
})

it('finds out that somebody who was blocked is let in again: by itself, and when a form heard of it', async () => {
  const blocked = { online: true, troubled: false, signedOut: true, blocked: true, accountGone: false }
  // This server answers no pull.
  const isIn = { ...blocked, online: false, signedOut: false, blocked: false }
  const taken = answerPush
  answerPush = () => Response.json({ error: 'BLOCKED' }, { status: 401 })
  await givenUp('a')
  begin()
  await expect.poll(() => told).toEqual([blocked])
  answerPush = taken
  await expect.poll(() => told.at(-1), { timeout: 10_000 }).toEqual(isIn)
  answerPush = () => Response.json({ error: 'BLOCKED' }, { status: 401 })
  await givenUp('b')
  page.dispatchEvent(new Event('online'))
  await expect.poll(() => told.at(-1)).toEqual(blocked)
  answerPush = taken
  page.dispatchEvent(new Event('hallway-blocked'))
  await expect.poll(() => told.at(-1)).toEqual(isIn)
})
