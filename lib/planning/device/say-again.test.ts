import { describe, expect, it } from 'vitest'
import { howOf, saidAgain } from '@/lib/sync/client/store/say-again'
import { attendanceAgain, blockAgain, pickAgain, seenAgain } from './say-again'

const [early, late] = ['2026-03-24T09:00:00.000Z', '2026-03-24T10:00:00.000Z']
const of = { sessionId: 's', conferenceId: 'c' }

describe('a row of a server that was put back', () => {
  it('is said again as of when it was told, unless the server has it as late', () => {
    expect([
      howOf(late, undefined, false),
      howOf(undefined, undefined, false),
      howOf(late, { updatedAt: early }, false),
      howOf(late, { updatedAt: late }, true),
      howOf(early, { updatedAt: late }, true),
      howOf('2026-03-24T11:00:00+01:00', { updatedAt: early }, false),
    ]).toEqual([{ asOf: late }, { adds: true }, { asOf: late }, null, null, { asOf: '2026-03-24T11:00:00+01:00' }])
  })

  it('of a build that kept no times is said where the server is known to be behind', () => {
    expect([
      howOf(undefined, { updatedAt: early }, true),
      howOf(late, {}, true),
      howOf(undefined, { updatedAt: early }, false),
      howOf(late, {}, false),
    ]).toEqual([{}, {}, null, null])
  })

  it('is said without a word of what the server refuses, where it is not sure that it was put back', () => {
    const again = [{ conferenceId: 'c', name: 'dropPick' as const, args: { sessionId: 's' } }]
    const [sure, unsure] = [true, false].map((isSure) => saidAgain(again, isSure, new Date(late))[0])
    const mutation = { name: 'dropPick', args: { sessionId: 's' }, at: late, id: expect.any(String) as string }
    expect([sure, unsure]).toEqual([
      { conferenceId: 'c', mutation },
      { conferenceId: 'c', mutation, quiet: true },
    ])
    expect(sure?.mutation.id).not.toBe(unsure?.mutation.id)
  })
})

describe('a pick', () => {
  const told = { ...of, rank: 'first' as const, knownVersion: 3, updatedAt: early, droppedAt: null }
  const said = (args: object) => [{ conferenceId: 'c', name: 'setPick', args: { sessionId: 's', ...args } }]

  it('comes back where the server has none, another rank, or dropped it before', () => {
    const held = { ...of, rank: 'planB' as const, knownVersion: 4, updatedAt: late }
    const whole = said({ rank: 'planB', knownVersion: 4, asOf: late })
    expect([
      pickAgain(held, undefined, false),
      pickAgain(held, told, false),
      pickAgain({ ...held, rank: 'first' }, { ...told, droppedAt: early }, false),
      pickAgain({ ...held, knownVersion: undefined }, undefined, false),
    ]).toEqual([
      whole,
      whole,
      said({ rank: 'first', knownVersion: 4, asOf: late }),
      said({ rank: 'planB', asOf: late }),
    ])
  })

  it('says only what was read of it where it is the same, and nothing where the server knows more', () => {
    const held = { ...of, rank: 'first' as const, updatedAt: early }
    expect([
      pickAgain({ ...held, knownVersion: 5 }, told, false),
      pickAgain({ ...held, knownVersion: 1 }, { ...told, knownVersion: undefined }, false),
      pickAgain({ ...held, knownVersion: 3 }, told, false),
      pickAgain({ ...held, knownVersion: 2 }, told, false),
      pickAgain(held, told, false),
      // Another rank stands there, said later: what was known of this one says nothing.
      pickAgain({ ...held, knownVersion: 5 }, { ...told, rank: 'hidden', updatedAt: late }, false),
    ]).toEqual([said({ knownVersion: 5 }), said({ knownVersion: 1 }), [], [], [], []])
  })
})

it('says a block again whole, where the server has none or another', () => {
  const block = { id: 'b', conferenceId: 'c', title: 'Lunch', startAt: early, endAt: late, daily: false }
  const held = { ...block, updatedAt: late }
  const told = { ...block, updatedAt: early, droppedAt: null }
  const again = [{ conferenceId: 'c', name: 'setBlock', args: { ...block, asOf: late } }]
  expect([
    blockAgain(held, undefined, false),
    blockAgain(held, { ...told, title: 'Tea' }, false),
    blockAgain(held, { ...told, endAt: early }, false),
    blockAgain(held, { ...told, daily: true }, false),
    blockAgain(held, { ...told, droppedAt: early }, false),
    blockAgain(held, told, false),
    blockAgain(held, { ...told, title: 'Tea', updatedAt: late }, false),
  ]).toEqual([again, again, again, again, again, [], []])
})

describe('an attendance', () => {
  const nothing = { status: null, watchReplay: false, findSlides: false }
  const told = { ...of, ...nothing, reason: null, updatedAt: early }
  const held = { ...of, ...nothing, status: 'attended' as const, updatedAt: late }
  const sure = { isBehind: false, isSure: true } as Parameters<typeof attendanceAgain>[2]
  const said = (args: object) => [{ conferenceId: 'c', name: 'setAttendance', args: { ...args, sessionId: 's' } }]

  it('is said again whole where the server says another thing of before', () => {
    const whole = said({ ...nothing, status: 'attended', reason: '', asOf: late })
    expect([
      attendanceAgain(held, undefined, sure),
      attendanceAgain(held, told, sure),
      attendanceAgain(held, { ...told, status: 'attended', findSlides: true }, sure),
      attendanceAgain(held, { ...told, status: 'attended', reason: 'full' }, sure),
      attendanceAgain(held, { ...told, status: 'attended' }, sure),
    ]).toEqual([whole, whole, whole, whole, []])
  })

  it('only fills in what was left open, where another device said something later', () => {
    const later = { ...told, updatedAt: '2026-03-24T11:00:00.000Z' }
    const wishes = { ...held, watchReplay: true, reason: 'full' }
    expect([
      attendanceAgain(wishes, later, sure),
      attendanceAgain(wishes, { ...later, status: 'missed', watchReplay: true, reason: 'ill' }, sure),
      attendanceAgain(wishes, later, { ...sure, isSure: false }),
      attendanceAgain({ ...held, status: null }, later, sure),
    ]).toEqual([said({ status: 'attended', watchReplay: true, reason: 'full', adds: true }), [], [], []])
  })
})

it('says again up to where changes were seen, where the server knows of less', () => {
  const seen = (version: number, told?: number) =>
    seenAgain({ conferenceId: 'c', version }, told === undefined ? undefined : { conferenceId: 'c', version: told })
  const again = (version: number) => [
    { conferenceId: 'c', name: 'acknowledgeChanges', args: { conferenceId: 'c', version } },
  ]
  expect([seen(3), seen(0), seen(3, 2), seen(3, 3), seen(3, 4)]).toEqual([again(3), again(0), again(3), [], []])
})
