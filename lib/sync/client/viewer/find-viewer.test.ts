import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findViewer, keepAsking, rememberSignIn } from './find-viewer'
import { keepNobody, keepViewer, knownViewer, whyNobody } from './known-viewer'

const ada = '00000000-0000-4000-8000-00000000000a'
const kept = new Map<string, string>()

/** The wire answers these, one after the other, and then the last one. */
function answer(...answers: (() => Response | Promise<Response>)[]): void {
  vi.stubGlobal('fetch', async () => (answers.length > 1 ? answers.shift() : answers[0])?.())
}

const who = (viewer: unknown) => () => Response.json({ viewer })
const broken = () => Response.json({ error: 'INTERNAL', requestId: 'x' }, { status: 500 })
const portal = () => new Response('<html>Welcome to our Wi-Fi</html>')
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'))
const here = () => ({ viewer: knownViewer()?.id ?? null, why: whyNobody() })

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
})

afterEach(() => vi.unstubAllGlobals())

it('remembers who the server says is here, and that nobody is', async () => {
  expect(here()).toEqual({ viewer: null, why: 'unasked' })
  answer(who({ id: ada, name: null, email: 'ada@example.org' }))
  expect([await findViewer(), here()]).toEqual([
    { id: ada, kept: true, blocked: false },
    { viewer: ada, why: 'unasked' },
  ])
  answer(who(null))
  expect([await findViewer(), here()]).toEqual(['guest', { viewer: null, why: 'guest' }])
})

it('forgets nobody when the server does not say who is here', async () => {
  keepViewer(ada)
  for (const failure of [broken, portal, noNetwork]) {
    answer(failure)
    expect([await findViewer(), here()]).toEqual(['failed', { viewer: ada, why: 'unasked' }])
  }
})

it('takes nobody who was here before for who has just signed in', async () => {
  keepViewer(ada)
  answer(broken)
  expect(await rememberSignIn('/c/kcd')).toBe('/c/kcd')
  expect(here()).toEqual({ viewer: null, why: 'signing-in' })
})

it('leads whoever has just signed in on, and somebody who is blocked to where they read why', async () => {
  answer(who({ id: ada }))
  expect(await rememberSignIn('/c/kcd')).toBe('/c/kcd')
  answer(who({ id: ada, blocked: true }))
  expect([await rememberSignIn('/c/kcd'), here()]).toEqual(['/settings', { viewer: ada, why: 'unasked' }])
})

it('asks until the server says', async () => {
  vi.useFakeTimers()
  answer(broken, noNetwork, who({ id: ada }))
  const told: string[] = []
  const asking = keepAsking({
    failed: () => told.push('failed'),
    guest: () => told.push('guest'),
    found: (kept) => told.push(`found ${kept}`),
  })
  await vi.advanceTimersByTimeAsync(60_000)
  await asking
  vi.useRealTimers()
  expect([told, here()]).toEqual([['failed', 'failed', 'found true'], { viewer: ada, why: 'unasked' }])
})

it('believes no answer of before somebody signed out, or in, in another tab', async () => {
  const meanwhile = (happens: () => unknown, answered: () => Response) => () => {
    happens()
    return answered()
  }
  answer(
    meanwhile(() => keepNobody('guest'), who({ id: ada })),
    who(null),
  )
  expect([await findViewer(), here()]).toEqual(['guest', { viewer: null, why: 'guest' }])
  const ben = '00000000-0000-4000-8000-00000000000b'
  answer(
    meanwhile(() => keepViewer(ben), who(null)),
    who({ id: ben }),
  )
  expect([await findViewer(), here()]).toEqual([
    { id: ben, kept: true, blocked: false },
    { viewer: ben, why: 'unasked' },
  ])
})
