// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { keepNobody, keepViewer } from '@/lib/sync/client/viewer/known-viewer'
import { loseTheNetwork } from '@/tests/no-network'
import { useTogether } from './use-together'

loseTheNetwork()
provideDevice(() => import('@/lib/device'))

const member = (name: string) => ({ name, isMe: false, first: ['s'], planB: [] })
const groupOf = (name: string) => ({ groups: [{ id: 'g', name: 'Friends', isOpen: true, members: [member(name)] }] })

/** What the server answers about groups; null: it cannot be reached. */
let answer: (() => Response) | null
let asked: string[]
const tells = (json: unknown, status = 200) => (answer = () => Response.json(json, { status }))

let c = ''
let tests = 0
beforeEach(async () => {
  cleanup()
  tests += 1
  ;[c, answer, asked] = [`c${tests}`, null, []]
  vi.stubGlobal('fetch', (address: string) => {
    if (!address.startsWith('/api/v1/groups')) return Promise.reject(new TypeError('no network'))
    asked.push(address)
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'))
  })
  await be('ann')
})

// Who is here listens as long as the page lives.
afterAll(async () => {
  cleanup()
  await be(null)
})

async function be(person: string | null) {
  const engine = await withEngine()
  if (person === null) keepNobody('guest')
  else keepViewer(person)
  await waitFor(() => expect(engine.store().person).toBe(person), { timeout: 20_000 })
}

const kept = async () => (await (await withEngine()).store().together.get(c))?.together
const open = () => renderHook(() => useTogether(c))
const shows = (used: ReturnType<typeof open>, together: unknown, state: string) =>
  waitFor(
    () => {
      const { together: shown, state: now, asOf } = used.result.current
      expect([shown, now, asOf === null]).toEqual([together, state, together === null])
    },
    { timeout: 20_000 },
  )

it('shows what the server tells, and without a network what it told last', async () => {
  tells(groupOf('Bob'))
  const first = open()
  expect(first.result.current.state).toBe('loading')
  await shows(first, groupOf('Bob'), 'fresh')
  expect([asked, await waitFor(kept)]).toEqual([[`/api/v1/groups?conference=${c}`], groupOf('Bob')])
  first.unmount()
  answer = null
  const second = open()
  await shows(second, groupOf('Bob'), 'unreachable')
  tells(groupOf('Cleo'))
  await act(() => second.result.current.reload())
  await shows(second, groupOf('Cleo'), 'fresh')
})

it.each([
  ['breaks', () => tells({}, 503)],
  ['says what cannot be read', () => tells({ groups: [{ id: 'g', members: 'all' }] })],
  ['says nothing', () => (answer = () => new Response('', { status: 200 }))],
])('keeps what it told where the server %s', async (_name, breaks) => {
  tells(groupOf('Bob'))
  const used = open()
  await shows(used, groupOf('Bob'), 'fresh')
  breaks()
  await act(() => used.result.current.reload())
  await shows(used, groupOf('Bob'), 'unreachable')
  expect(await kept()).toEqual(groupOf('Bob'))
})

it('lets go of what a group shared once the server no longer tells it to whoever is here', async () => {
  tells(groupOf('Bob'))
  const used = open()
  await shows(used, groupOf('Bob'), 'fresh')
  tells({ error: 'NOT_FOUND' }, 404)
  await act(() => used.result.current.reload())
  await shows(used, null, 'refused')
  expect(await kept()).toBeUndefined()
})

it('asks nothing for a guest, and gives nobody what another was told on the same device', async () => {
  tells(groupOf('Bob'))
  const anns = open()
  await shows(anns, groupOf('Bob'), 'fresh')
  anns.unmount()
  await be('dan')
  answer = null
  const dans = open()
  await shows(dans, null, 'unreachable')
  dans.unmount()
  await be(null)
  asked = []
  const guests = open()
  await shows(guests, null, 'refused')
  expect(asked).toEqual([])
  guests.unmount()
  await be('ann')
  const again = open()
  await shows(again, groupOf('Bob'), 'unreachable')
})

it('shows and keeps nothing of what one was told for who is here when it comes, or was shown before', async () => {
  tells(groupOf('Bob'))
  const used = open()
  await shows(used, groupOf('Bob'), 'fresh')
  // In another tab, and the network is slow, then gone: nobody tells them anything.
  const network = globalThis.fetch
  let lose: () => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise((_, reject) => (lose = () => reject(new TypeError('no network')))))
  await act(() => be('dan'))
  await shows(used, null, 'loading')
  vi.stubGlobal('fetch', network)
  answer = null
  lose()
  await shows(used, null, 'unreachable')
  expect(await kept()).toBeUndefined()

  let come: () => void = () => undefined
  const coming = new Promise<void>((done) => (come = done))
  vi.stubGlobal('fetch', (address: string) => {
    if (!address.startsWith('/api/v1/groups')) return Promise.reject(new TypeError('no network'))
    return asked.push(address) === 1 ? coming.then(() => Response.json(groupOf('Dora'))) : Promise.reject(new Error())
  })
  asked = []
  const late = used.result.current.reload()
  await act(() => be('ann'))
  await shows(used, groupOf('Bob'), 'unreachable')
  come()
  await act(() => late)
  expect(used.result.current.together).toEqual(groupOf('Bob'))
  await act(() => be('dan'))
  expect(await kept()).toBeUndefined()
})
