import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listeningTo,
  broke,
  hidden,
  left,
  networkBack,
  notConnected,
  opened,
  pokeIn,
  shown,
  tellAfterMs,
  type Connection,
} from './poke-connection'

const line = { topics: 'conference:1,person' }
const open: Connection = { ...notConnected, line }
const listened = ['person', 'conference:1']

describe('asked for a connection', () => {
  it('opens one to all that is listened to, in one order, in place of any other', () => {
    expect(listeningTo(notConnected, listened)).toEqual(open)
    expect(listeningTo({ ...open, line: { topics: 'person' } }, listened)).toEqual(open)
    expect(listeningTo({ ...notConnected, failures: 2, isPolling: true, retry: { afterMs: 7 } }, listened)).toEqual({
      ...open,
      failures: 2,
      isPolling: true,
    })
  })

  it('leaves one that is right alone', () => {
    expect(listeningTo(open, listened)).toBe(open)
  })

  it('ends all when nobody listens, or the page is put aside', () => {
    const busy = { ...open, failures: 2, isPolling: true, retry: { afterMs: 7 }, hiddenAt: 5 }
    const after = { ...notConnected, failures: 2, hiddenAt: 5 }
    expect([listeningTo(busy, []), left(busy)]).toEqual([after, after])
  })
})

describe('a page that is looked at again', () => {
  const away = hidden(open, 1_000)

  it('trusts its connection for half a minute', () => {
    expect(away).toEqual({ ...open, hiddenAt: 1_000 })
    expect(shown(away, 31_000, listened)).toBe(away)
    expect(shown(open, 900_000, listened)).toBe(open)
  })

  it('opens it anew after a longer sleep: the old one is dead, and does not know', () => {
    const back = shown(away, 31_001, listened)
    expect([back, back.line === away.line]).toEqual([away, false])
    expect(shown(away, 31_001, [])).toEqual({ ...away, line: null })
  })

  it('opens one that is missing', () => {
    expect(shown({ ...away, line: null, retry: { afterMs: 7 } }, 2_000, listened)).toEqual(away)
  })
})

describe('a network that is back', () => {
  it('has a new connection in place of the one of before, and no other try waiting', () => {
    const back = networkBack(open, listened)
    expect([back, back.line === open.line]).toEqual([open, false])
    expect(networkBack({ ...notConnected, failures: 3, retry: { afterMs: 7 } }, listened)).toEqual({
      ...open,
      failures: 3,
    })
    expect(networkBack(notConnected, [])).toEqual(notConnected)
  })
})

describe('a connection that breaks', () => {
  it('is tried again after a while, and twice running lets all look for themselves', () => {
    expect(broke(open, 0)).toEqual({ ...notConnected, failures: 1, retry: { afterMs: 500 } })
    expect(broke({ ...open, failures: 1 }, 1)).toEqual({
      ...notConnected,
      failures: 2,
      isPolling: true,
      retry: { afterMs: 2_000 },
    })
    expect(broke({ ...open, failures: 2, isPolling: true }, 1)).toMatchObject({ failures: 3, isPolling: true })
  })

  it('goes on looking until it is opened', () => {
    expect(listeningTo(broke({ ...open, failures: 1 }, 1), listened)).toMatchObject({
      line,
      isPolling: true,
      retry: null,
    })
    expect(opened({ ...open, failures: 2, isPolling: true, hiddenAt: 5 })).toEqual({ ...open, hiddenAt: 5 })
    // A page that was put aside begins to look again with the next failure.
    expect(broke({ ...open, failures: 4 }, 0).isPolling).toBe(true)
  })
})

describe('what is said', () => {
  it('is a poke', () => {
    expect(pokeIn('{"topic":"person","version":7}')).toEqual({ topic: 'person', version: 7 })
    expect(pokeIn('{"topic":"rooms:1","version":null,"more":1}')).toEqual({ topic: 'rooms:1', version: null })
  })

  it('says how long all who hear it are to take, a minute at most, where they are many', () => {
    const spread = (spreadMs: unknown) => pokeIn(JSON.stringify({ topic: 'rooms:1', version: 1, spreadMs }))?.spreadMs
    expect([4_800, 0, -1, 90_000, '4800', null, undefined].map(spread)).toEqual([
      ...[4_800, undefined, undefined, 60_000, undefined, undefined, undefined],
    ])
  })

  it.each([
    'null',
    '7',
    '"person"',
    '{}',
    '{"topic":"person"}',
    '{"version":1}',
    '{"topic":1,"version":1}',
    '{"topic":"person","version":"1"}',
    undefined,
    7,
    { topic: 'person', version: 1 },
  ])('is none: %j', (data) => {
    expect(pokeIn(data)).toBe(null)
  })

  it('is told at once to a person, and spread over a while where a hall hears it', () => {
    expect([
      tellAfterMs({ topic: 'person', version: 1 }, 0.5),
      tellAfterMs({ topic: 'rooms:1', version: 1 }, 0.5),
      tellAfterMs({ topic: 'rooms:1', version: 1, spreadMs: 4_800 }, 0.5),
    ]).toEqual([0, 150, 2_400])
  })
})

it('listens to all that it should, or waits to try again, in whatever order things happen', () => {
  const topics = fc.uniqueArray(fc.constantFrom('person', 'conference:1', 'rooms:1'))
  const step = fc.oneof(
    topics.map((now) => ({ kind: 'asked' as const, now })),
    fc.constantFrom('hidden', 'shown', 'left', 'opened', 'broke', 'due').map((kind) => ({ kind, now: [] })),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ step, afterMs: fc.nat(60_000) })), (steps) => {
      let [state, at, heard, isLeft]: [Connection, number, string[], boolean] = [notConnected, 0, [], true]
      for (const { step: told, afterMs } of steps) {
        at += afterMs
        // A connection that is not there says nothing, and nothing is due that does not wait.
        if (state.line === null && ['opened', 'broke'].includes(told.kind)) continue
        if (state.retry === null && told.kind === 'due') continue
        if (told.kind === 'asked') heard = told.now
        if (told.kind === 'asked' || told.kind === 'due') state = listeningTo(state, heard)
        else if (told.kind === 'shown') state = shown(state, at, heard)
        else if (told.kind === 'hidden') state = hidden(state, at)
        else if (told.kind === 'left') state = left(state)
        else state = told.kind === 'opened' ? opened(state) : broke(state, 0.5)
        isLeft = told.kind === 'left' || (isLeft && !['asked', 'shown', 'due'].includes(told.kind))
        // It never waits for what is open.
        expect(state.line && state.retry).toBe(null)
        if (isLeft || heard.length === 0)
          expect([state.line, state.retry, state.isPolling]).toEqual([null, null, false])
        else expect(state.retry !== null || state.line?.topics === [...heard].sort().join(',')).toBe(true)
        if (state.failures < 2) expect(state.isPolling).toBe(false)
        if (state.retry !== null) expect(state.isPolling).toBe(state.failures >= 2)
      }
    }),
  )
})
