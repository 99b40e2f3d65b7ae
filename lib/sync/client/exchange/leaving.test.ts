import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recall } from '@/lib/platform/device-memory'
import { finishLeaving, forgetLeaving, keepLeaving, markLeaving, signOutThere } from './leaving'

const KEY = 'hallway-leaving'
const page = { cookie: '' }
const browser = new EventTarget()
const asked: string[] = []
let network: 'on' | 'off' | 'refuses' | 'odd' = 'on'

/** All that is under way. */
const settle = () => vi.waitFor(() => undefined)

beforeEach(() => {
  network = 'on'
  asked.length = 0
  vi.stubGlobal('document', page)
  vi.stubGlobal('location', { protocol: 'http:' })
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
  vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser))
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit = {}) => {
    asked.push(body === undefined ? address : `${address} ${String(body)}`)
    if (network === 'off') throw new TypeError('no network')
    if (address.endsWith('csrf')) return Response.json(network === 'odd' ? 'text' : { csrfToken: 'secret' })
    return new Response('', { status: network === 'refuses' ? 500 : 200 })
  })
})
afterEach(() => {
  forgetLeaving()
  browser.dispatchEvent(new Event('online'))
})

it('ends the sign-in at the server with its own token', async () => {
  expect(await signOutThere()).toBe(true)
  expect(asked).toEqual(['/api/auth/csrf', '/api/auth/signout csrfToken=secret&json=true'])
  network = 'refuses'
  expect(await signOutThere()).toBe(false)
  network = 'odd'
  await signOutThere()
  expect(asked.at(-1)).toBe('/api/auth/signout csrfToken=&json=true')
  network = 'off'
  await expect(signOutThere()).rejects.toThrow('no network')
})

it('is over where nobody left', async () => {
  expect([await finishLeaving(), asked]).toEqual([true, []])
})

it('is nobody’s device at once, and tells the server as soon as there is a network', async () => {
  network = 'off'
  markLeaving()
  await settle()
  expect([recall(KEY), page.cookie]).toEqual(['1', 'hallway-leaving=1; path=/; max-age=31536000; samesite=lax'])
  expect(await finishLeaving()).toBe(false)
  network = 'on'
  browser.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(recall(KEY)).toBe(null))
  expect(page.cookie).toBe('hallway-leaving=1; path=/; max-age=0; samesite=lax')
  // Then it asks no more.
  await settle()
  const before = asked.length
  browser.dispatchEvent(new Event('online'))
  await settle()
  expect(asked.length).toBe(before)
})

it('asks again on a page that is opened meanwhile, and not where nobody left', async () => {
  keepLeaving()
  expect(asked).toEqual([])
  network = 'refuses'
  markLeaving()
  await vi.waitFor(() => expect(asked.length).toBe(2))
  expect(recall(KEY)).toBe('1')
  network = 'on'
  keepLeaving()
  await vi.waitFor(() => expect(recall(KEY)).toBe(null))
})

it('forgets what was before when somebody signs in', () => {
  network = 'off'
  markLeaving()
  forgetLeaving()
  expect([recall(KEY), page.cookie]).toEqual([null, 'hallway-leaving=1; path=/; max-age=0; samesite=lax'])
})
