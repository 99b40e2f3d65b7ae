import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { SetAttendance, SetBlock } from '../schema'
import { narrowAttendances, narrowBlocks } from './whole-rows'

const at = '2026-03-24T12:00:00.000Z'
type Given = Partial<Omit<OutboxEntry, 'mutation'>>
const attend = (order: number, args: SetAttendance, given: Given = {}): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { id: `m${order}`, name: 'setAttendance', args, at },
  ...given,
})
const plan = (order: number, args: SetBlock, given: Given = {}): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { id: `m${order}`, name: 'setBlock', args, at },
  ...given,
})
const argsOf = (entries: OutboxEntry[]) => entries.map(({ mutation }) => mutation.args)

describe('a whole attendance that a build of before queued', () => {
  const row = { sessionId: 's', conferenceId: 'c', status: 'attended', watchReplay: false, findSlides: true } as const
  const whole = { sessionId: 's', status: 'attended', watchReplay: true, findSlides: true } as const

  it('says only what its person changed, of what stood when it was made', () => {
    expect(argsOf(narrowAttendances([attend(1, whole)], [row]))).toEqual([{ sessionId: 's', watchReplay: true }])
    expect(argsOf(narrowAttendances([attend(1, whole)], []))).toEqual([whole])
    // The second builds on the first, in whichever order they are read.
    const both = [attend(2, { ...whole, status: 'missed' }), attend(1, whole)]
    expect(argsOf(narrowAttendances(both, [row]))).toEqual([
      { sessionId: 's', watchReplay: true },
      { sessionId: 's', status: 'missed' },
    ])
  })

  it('stays as it is where it left this device, adds, is old news, or is in part', () => {
    const kept = [
      attend(1, whole, { sent: true }),
      attend(2, { ...whole, sessionId: 't', adds: true }),
      attend(3, { ...whole, sessionId: 'u', asOf: at }),
      attend(4, { sessionId: 'v', findSlides: true }),
    ]
    expect(narrowAttendances(kept, [row])).toEqual(kept)
  })

  it('is let go of where the server refused it, and stands for nothing', () => {
    const entries = [attend(1, { ...whole, status: 'missed' }, { refused: 'NOT_FOUND' }), attend(2, whole)]
    expect(argsOf(narrowAttendances(entries, [row]))).toEqual([{ sessionId: 's', watchReplay: true }])
  })
})

describe('a whole block', () => {
  const block = { id: 'b', conferenceId: 'c', title: 'Lunch', startAt: at, endAt: at, daily: false }

  it('says only what its person changed; a new one says all', () => {
    expect(argsOf(narrowBlocks([plan(1, { ...block, title: 'Tea' })], [block]))).toEqual([
      { id: 'b', conferenceId: 'c', title: 'Tea' },
    ])
    const entries = [plan(2, { ...block, daily: true }), plan(1, block)]
    expect(argsOf(narrowBlocks(entries, []))).toEqual([block, { id: 'b', conferenceId: 'c', daily: true }])
  })

  it('stays as it is where it left this device, adds, or is in part', () => {
    const kept = [
      plan(1, { ...block, title: 'Tea' }, { sent: true }),
      plan(2, { ...block, title: 'Tea', adds: true }),
      plan(3, { id: 'b', conferenceId: 'c', title: 'Tea' }),
      attend(4, { sessionId: 's' }),
    ]
    expect(narrowBlocks(kept, [block])).toEqual(kept)
  })
})
