import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countAhead,
  doorWith,
  isTapWaiting,
  lastTap,
  outcountedWord,
  reportOf,
  stepTap,
  unsentTaps,
  type Tap,
  type TapEvent,
  type TapContent,
} from './steward-taps'

const tap = (order: number, delta: number, given: Partial<Pick<Tap, 'state' | 'withdrawn'>> = {}): Tap => ({
  id: `id${order}`,
  link: 'door',
  order,
  at: `2026-03-24T10:00:0${order}.000Z`,
  kind: 'count',
  delta,
  state: 'new',
  withdrawn: false,
  ...given,
})
const taps = [
  tap(1, 1, { state: 'kept' }),
  tap(2, 5, { state: 'kept', withdrawn: true }),
  tap(3, 2, { state: 'asked' }),
  tap(4, 7, { state: 'asked', withdrawn: true }),
  tap(5, 1),
]

describe('what a phone knows beyond the server', () => {
  it('is what was tapped and not answered for, less what was taken back', () => {
    expect([countAhead(taps), taps.filter(isTapWaiting).map(({ order }) => order), lastTap(taps)?.order]).toEqual([
      2 + 1 - 5,
      [2, 3, 4, 5],
      5,
    ])
  })

  it('is as many taps as are to be sent: an undone one is none, though the server is still to be told', () => {
    const undone = taps.map((one) => ({ ...one, withdrawn: true }))
    expect([taps, undone].map((those) => unsentTaps(those).map(({ order }) => order))).toEqual([[3, 5], []])
    expect(undone.filter(isTapWaiting)).toEqual(undone)
    expect(unsentTaps([tap(1, 1, { state: 'refused' })])).toEqual([])
  })

  it('is sent as readings, and as what was taken back', () => {
    const reading = (order: number, delta: number) => ({
      id: `id${order}`,
      at: `2026-03-24T10:00:0${order}.000Z`,
      kind: 'count',
      delta,
    })
    expect(reportOf(taps.filter(isTapWaiting), 'now')).toEqual({
      sentAt: 'now',
      readings: [reading(3, 2), reading(5, 1)],
      withdrawn: ['id2', 'id4'],
    })
  })

  it('is laid over what the server said', () => {
    const door = { session: null, capacity: 10, state: 'open', count: 8, queueMinutes: 15, delayMinutes: null } as const
    const late = {
      id: 'late',
      link: 'door',
      order: 6,
      at: '2026-03-24T10:00:06.000Z',
      kind: 'delay',
      minutes: 5,
      state: 'new',
      withdrawn: false,
    } as const
    expect(doorWith(door, [])).toEqual(door)
    expect(doorWith(door, [tap(1, 2), late])).toEqual({ ...door, count: 10, state: 'full', delayMinutes: 5 })
    expect(doorWith(door, [tap(1, 2), { ...late, kind: 'level', level: 'closed' }])).toMatchObject({
      count: 10,
      state: 'closed',
    })
  })
})

describe('a tap', () => {
  const fresh = tap(1, 1)
  const step = (state: Tap['state'], event: TapEvent, given: Partial<Pick<Tap, 'tries' | 'withdrawn'>> = {}) =>
    stepTap({ ...fresh, ...given, state }, event)

  it('is gone when it is taken back before the server had it, and else tells the server so', () => {
    expect(step('new', { kind: 'withdrawn' })).toBe(null)
    expect(step('refused', { kind: 'withdrawn' })).toBe(null)
    expect(step('asked', { kind: 'withdrawn' })).toEqual(tap(1, 1, { state: 'asked', withdrawn: true }))
    expect(step('kept', { kind: 'withdrawn' })).toEqual(tap(1, 1, { state: 'kept', withdrawn: true }))
  })

  it('counts as asked from when it leaves, whatever becomes of it', () => {
    expect(step('new', { kind: 'sent' })).toEqual(tap(1, 1, { state: 'asked' }))
    const withdrawn = tap(1, 1, { state: 'kept', withdrawn: true })
    expect(stepTap(withdrawn, { kind: 'sent' })).toBe(withdrawn)
  })

  it('is kept when the server answers, and forgotten when the answer is to its being taken back', () => {
    expect(step('asked', { kind: 'settled', wasWithdrawn: false }, { tries: 2 })).toEqual(tap(1, 1, { state: 'kept' }))
    expect(step('asked', { kind: 'settled', wasWithdrawn: true }, { withdrawn: true })).toBe(null)
    const meanwhile = step('asked', { kind: 'settled', wasWithdrawn: false }, { withdrawn: true })
    expect([meanwhile, meanwhile && isTapWaiting(meanwhile)]).toEqual([
      tap(1, 1, { state: 'kept', withdrawn: true }),
      true,
    ])
  })

  it('is refused when the server broke over it three times', () => {
    const once = step('asked', { kind: 'broke' })
    const twice = once && stepTap(once, { kind: 'broke' })
    const thrice = twice && stepTap(twice, { kind: 'broke' })
    expect([once, twice, thrice]).toEqual([
      { ...tap(1, 1, { state: 'asked' }), tries: 1 },
      { ...tap(1, 1, { state: 'asked' }), tries: 2 },
      tap(1, 1, { state: 'refused' }),
    ])
  })
})

it('counts alike on the phone and at the server, whatever is tapped, lost and taken back', () => {
  const happening = fc.oneof(
    fc.record({ kind: fc.constant('tapped' as const), delta: fc.integer({ min: -5, max: 9 }) }),
    fc.record({ kind: fc.constantFrom('withdrawn' as const), which: fc.nat(9) }),
    fc.record({ kind: fc.constantFrom('sent' as const, 'lost' as const, 'notSent' as const), most: fc.nat(3) }),
  )
  fc.assert(
    fc.property(fc.array(happening), (happenings) => {
      let phone: Tap[] = []
      let order = 0
      const server = new Map<string, number>()
      const happen = (at: number, event: TapEvent) =>
        void (phone = phone.flatMap((one) => (one.order === at ? (stepTap(one, event) ?? []) : one)))
      const wanted = () => phone.reduce((sum, one) => sum + (one.kind === 'count' && !one.withdrawn ? one.delta : 0), 0)
      const send = (kind: 'sent' | 'lost' | 'notSent', most: number) => {
        const taken = phone.filter(isTapWaiting).slice(0, most)
        for (const one of taken) happen(one.order, { kind: 'sent' })
        if (kind === 'notSent') return
        const { readings, withdrawn } = reportOf(taken, 'now')
        for (const reading of readings) if (reading.kind === 'count') server.set(reading.id, reading.delta)
        for (const id of withdrawn) server.delete(id)
        if (kind === 'sent')
          for (const one of taken) happen(one.order, { kind: 'settled', wasWithdrawn: one.withdrawn })
      }
      for (const told of happenings) {
        if (told.kind === 'tapped') phone.push(tap(++order, told.delta))
        else if (told.kind === 'withdrawn') {
          const one = phone[told.which]
          if (one && !one.withdrawn) happen(one.order, { kind: 'withdrawn' })
        } else send(told.kind, told.most)
      }
      const shown = wanted()
      send('sent', phone.length)
      expect([...server.values()].reduce((sum, delta) => sum + delta, 0)).toBe(shown)
      expect([countAhead(phone), phone.filter(isTapWaiting)]).toEqual([0, []])
    }),
  )
})

describe('the room as a phone knows it', () => {
  const door = { session: null, capacity: 10, state: 'full', count: null, queueMinutes: 5, delayMinutes: 5 } as const
  const told = (order: number, given: TapContent, state: Tap['state'] = 'new', withdrawn = false): Tap => ({
    ...given,
    id: `id${order}`,
    link: 'door',
    order,
    at: `2026-03-24T10:00:0${order}.000Z`,
    state,
    withdrawn,
  })

  it('has no count before anybody was counted, and one from the first tap on', () => {
    expect(doorWith(door, [told(1, { kind: 'queue', minutes: 0 })])).toEqual({ ...door, queueMinutes: 0 })
    expect(doorWith(door, [told(1, { kind: 'count', delta: 2 })])).toEqual({ ...door, count: 2, state: 'open' })
    expect(doorWith({ ...door, count: 3 }, [told(1, { kind: 'count', delta: -5 })])).toEqual({
      ...door,
      count: 0,
      state: 'open',
    })
  })

  it('keeps its state where nobody knows how many fit', () => {
    const open = { ...door, capacity: null, count: 3 }
    expect(doorWith(open, [told(1, { kind: 'count', delta: 2 })])).toEqual({ ...open, count: 5 })
  })

  it('says what was said last, of each thing by itself', () => {
    const taps = [
      told(1, { kind: 'level', level: 'closed' }),
      told(2, { kind: 'queue', minutes: 15 }),
      told(3, { kind: 'delay', minutes: 10 }),
      told(4, { kind: 'queue', minutes: 20 }),
    ]
    expect(doorWith(door, taps)).toEqual({ ...door, state: 'closed', queueMinutes: 20, delayMinutes: 10 })
    expect(doorWith(door, [told(1, { kind: 'delay', minutes: 10 })]).state).toBe('full')
  })

  it('takes no notice of what was answered for, taken back or refused', () => {
    const level = { kind: 'level', level: 'closed' } as const
    expect(doorWith(door, [told(1, level, 'kept'), told(2, level, 'refused'), told(3, level, 'asked', true)])).toEqual(
      door,
    )
    expect(countAhead([told(1, { kind: 'count', delta: 4 }, 'refused')])).toBe(0)
    expect(isTapWaiting(told(1, level, 'refused', true))).toBe(false)
  })

  it('knows a word of its own that a later count no longer says, until it is said again or too old', () => {
    const session = { title: 'Rust', startAt: '2026-03-24T10:00:00.000Z', endAt: null }
    const counted = { ...door, session, count: 6, state: 'filling' } as const
    const [word, more] = [told(1, { kind: 'level', level: 'nearlyFull' }), told(2, { kind: 'count', delta: 5 })]
    expect(outcountedWord(counted, [word, more])).toBe('nearlyFull')
    expect(outcountedWord(counted, [word, { ...more, state: 'kept' }, told(3, { kind: 'queue', minutes: 5 })])).toBe(
      'nearlyFull',
    )
    const holds: [typeof counted | { state: 'closed' | 'unknown' | 'nearlyFull' } | { capacity: null }, Tap[]][] = [
      [counted, [more]],
      [counted, [word, more, told(3, { kind: 'level', level: 'nearlyFull' })]],
      [counted, [word, { ...more, withdrawn: true }]],
      [counted, [{ ...word, state: 'refused' }, more]],
      // The session before, and half an hour ago.
      [counted, [{ ...word, at: '2026-03-24T09:29:00.000Z' }, more]],
      [counted, [word, { ...more, at: '2026-03-24T10:31:00.000Z' }]],
      // The count says the same; another steward said a word; nobody has counted for long; nobody knows how many fit.
      [{ state: 'nearlyFull' }, [word, more]],
      [{ state: 'closed' }, [word, more]],
      [{ state: 'unknown' }, [word, more]],
      [{ capacity: null }, [word, more]],
    ]
    expect(holds.map(([given, those]) => outcountedWord({ ...counted, ...given }, those))).toEqual(
      holds.map(() => null),
    )
  })
})
