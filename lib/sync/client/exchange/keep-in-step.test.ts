import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '@/lib/device'
import { pull, push } from '@/lib/handlers'
import { pullSchema, pushSchema } from '@/lib/sync/protocol'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { until } from '@/tests/until'
import { progressOf } from '../store/store'
import { recordInto } from '../store/recorder'

const { db } = await testDatabase()
const conference = await makeConference(db, { sessions: 2 })

let ada: Awaited<ReturnType<typeof makePerson>>
/** What the server was asked, in order. */
let asked: string[]
/** Says to the page that a person's rows stand at this number. */
let poke: (version: number) => void

beforeEach(async () => {
  ada = await makePerson(db)
  asked = []
  poke = () => undefined
  class Line {
    onmessage?: (message: { data: string }) => void
    constructor() {
      poke = (version) => this.onmessage?.({ data: JSON.stringify({ topic: 'person', version }) })
    }
    close = () => undefined
  }
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('document', page)
  // Without locks, as in a page over plain http.
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://localhost')
    asked.push(url.pathname)
    if (init.method !== 'POST') return Response.json(await pull(db, ada, pullSchema.parse(ofQuery(url))))
    const answer = await push(db, ada, pushSchema.parse(JSON.parse(String(init.body))), new Date())
    // The database tells of a write before the server has answered.
    poke(answer.revision)
    return Response.json(answer)
  })
})
afterEach(() => vi.unstubAllGlobals())

const ofQuery = (url: URL) => Object.fromEntries(url.searchParams)

it('pulls once after what it pushed, though poked of that meanwhile, and for what another device did', async () => {
  vi.resetModules()
  const { keepInStep } = await import('./keep-in-step')
  const store = openStore(ada.id, { indexedDB: new IDBFactory(), IDBKeyRange })
  const cursor = async () => (await progressOf(store)).cursor
  const stepper = keepInStep(store, ada.id, () => undefined)
  await until(
    async () => asked.length,
    (count) => count === 1,
  )
  const [sessionId = '', another = ''] = conference.sessionIds
  const recorder = recordInto(store, () => undefined, stepper.sync)
  await recorder.record(conference.id, { name: 'setPick', args: { sessionId, rank: 'first' } })
  await until(cursor, (at) => at === 1)
  const mutation = {
    id: randomUUID(),
    name: 'setPick',
    args: { sessionId: another, rank: 'first' },
    at: '2026-03-24T12:00:00Z',
  }
  const { revision } = await push(db, ada, { person: ada.id, device: randomUUID(), mutations: [mutation] }, new Date())
  poke(revision)
  await until(cursor, (at) => at === 2)
  expect(asked).toEqual(['/api/v1/pull', '/api/v1/push', '/api/v1/pull', '/api/v1/pull'])
  stepper.stop()
  recorder.stop()
  store.dexie.close()
})
