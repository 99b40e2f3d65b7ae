import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reasonOf, wireTo } from './transport'

const [person, device] = [randomUUID(), randomUUID()]
const wire = wireTo([])
type Asked = { address: string; method?: string; body?: unknown; cache?: string }
const asked: Asked[] = []
let answer: () => Response | Promise<Response> = () => Response.json({})

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (address: string, { method, body, cache }: RequestInit) => {
    asked.push({ address, method, cache, ...(typeof body === 'string' && { body: JSON.parse(body) }) })
    return answer()
  })
})
afterEach(() => void vi.unstubAllGlobals())

describe('a push', () => {
  it('says who sends what from which device, and hears what became of it', async () => {
    const told = { results: [{ id: randomUUID(), ok: true }], revision: 7 }
    answer = () => Response.json(told)
    const mutations = [
      {
        id: randomUUID(),
        at: '2026-03-24T10:00:00.000Z',
        name: 'dropPick',
        args: { sessionId: randomUUID() },
      } as const,
    ]
    expect(await wire.push(person, device, mutations, 'mark')).toEqual({ ok: true, answer: told })
    expect(asked).toEqual([
      {
        address: '/api/v1/push',
        method: 'POST',
        cache: undefined,
        body: { person, device, mark: 'mark', ifKnown: true, mutations },
      },
    ])
  })

  it.each([
    ['no network', () => Promise.reject(new TypeError('no network')), 'failed'],
    ['a hall’s sign-in page', () => new Response('<html>', { status: 200 }), 'failed'],
    ['an answer of another build', () => Response.json({ results: 'none' }), 'failed'],
    ['a server that is down', () => new Response('', { status: 503 }), 'troubled'],
    ['a server that is asked too often', () => new Response('', { status: 429 }), 'failed'],
    ['a server that breaks over it', () => new Response('', { status: 500 }), 'broken'],
    ['a body that is too large', () => new Response('', { status: 413 }), 'too-large'],
    ['a sign-in that has ended', () => Response.json({ error: 'UNAUTHENTICATED' }, { status: 401 }), 'signed-out'],
    ['an account that is blocked', () => Response.json({ error: 'BLOCKED' }, { status: 401 }), 'blocked'],
    ['an account that is gone', () => Response.json({ error: 'ACCOUNT_GONE' }, { status: 401 }), 'account-gone'],
    ['a refusal that says nothing', () => Response.json({}, { status: 401 }), 'signed-out'],
    ['a refusal without words', () => new Response('', { status: 401 }), 'failed'],
  ])('that met %s', async (_, given, reason) => {
    answer = given
    expect(await wire.push(person, device, [], null)).toEqual({ ok: false, reason })
  })
})

describe('a pull', () => {
  it('asks for what is newer, and with no mark for everything', async () => {
    answer = () => new Response('', { status: 503 })
    await wire.pull(person, 7, 'mark')
    expect(await wire.pull(person, 0, null)).toEqual({ ok: false, reason: 'troubled' })
    expect(asked.map(({ address, cache }) => [address, cache])).toEqual([
      [`/api/v1/pull?person=${person}&after=7&mark=mark`, 'no-store'],
      [`/api/v1/pull?person=${person}&after=0&mark=`, 'no-store'],
    ])
  })
})

it('tells what passes from what is about this question alone', () => {
  expect([401, 413, 408, 425, 429, 511, 502, 503, 504].map(reasonOf)).toEqual([
    'signed-out',
    'too-large',
    ...Array.from({ length: 4 }, () => 'failed'),
    ...Array.from({ length: 3 }, () => 'troubled'),
  ])
  expect([400, 403, 404, 409, 500, 501].map(reasonOf)).toEqual(Array.from({ length: 6 }, () => 'broken'))
})
