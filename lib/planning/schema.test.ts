import { describe, expect, it } from 'vitest'
import { MOST_BLOCK_TITLE } from './block-title'
import { acknowledgeChangesSchema, dropPickSchema, setAttendanceSchema, setBlockSchema, setPickSchema } from './schema'
import { togetherSchema } from './together'

const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
const at = '2026-03-24T10:00:00.000Z'
type Schema = { safeParse: (value: unknown) => { success: boolean } }
const takes = (schema: Schema, value: unknown) => schema.safeParse(value).success

describe('what a device says of a plan', () => {
  it('is a pick, or only what was read of its changes', () => {
    expect(setPickSchema.parse({ sessionId: id.toUpperCase(), rank: 'first', knownVersion: 7 })).toEqual({
      sessionId: id,
      rank: 'first',
      knownVersion: 7,
    })
    expect([
      takes(setPickSchema, { sessionId: id }),
      takes(setPickSchema, { sessionId: id, adds: true, asOf: at }),
    ]).toEqual([true, true])
    for (const wrong of [
      { rank: 'second' },
      { knownVersion: -1 },
      { knownVersion: 2 ** 31 },
      { adds: false },
      { asOf: 'now' },
    ])
      expect([wrong, takes(setPickSchema, { sessionId: id, ...wrong })]).toEqual([wrong, false])
    expect([takes(dropPickSchema, { sessionId: id }), takes(dropPickSchema, {})]).toEqual([true, false])
  })

  it('is a time of one’s own, whose beginning and end are one thing to say', () => {
    const block = {
      id,
      conferenceId: id,
      title: ' Lunch ',
      startAt: at,
      endAt: '2026-03-24T11:00:00.000Z',
      daily: false,
    }
    expect(setBlockSchema.parse(block)).toEqual({ ...block, title: 'Lunch' })
    expect(takes(setBlockSchema, { id, conferenceId: id })).toBe(true)
    for (const wrong of [
      { endAt: undefined },
      { startAt: undefined },
      { endAt: at },
      { endAt: '2026-03-24T09:00:00.000Z' },
      { title: ' ' },
      { title: 'x'.repeat(MOST_BLOCK_TITLE + 1) },
      { conferenceId: 'c' },
    ])
      expect([wrong, takes(setBlockSchema, { ...block, ...wrong })]).toEqual([wrong, false])
  })

  it('is how a session went, and that it went no way any more', () => {
    expect(setAttendanceSchema.parse({ sessionId: id, status: null, reason: '  ' })).toEqual({
      sessionId: id,
      status: null,
      reason: '',
    })
    expect(takes(setAttendanceSchema, { sessionId: id, status: 'slept' })).toBe(false)
    expect(takes(setAttendanceSchema, { sessionId: id, reason: 'x'.repeat(501) })).toBe(false)
  })

  it('is up to which version its changes were seen', () => {
    expect(takes(acknowledgeChangesSchema, { conferenceId: id, version: 0, undoes: 3 })).toBe(true)
    expect(takes(acknowledgeChangesSchema, { conferenceId: id, version: 1.5 })).toBe(false)
  })
})

it('reads what members of a group see of each other', () => {
  const member = { name: null, isMe: true, first: [id], planB: [] }
  const group = { id, name: 'Us', isOpen: false, members: [member, { ...member, id, name: 'Bo' }] }
  expect(togetherSchema.parse({ groups: [group] })).toEqual({ groups: [group] })
  expect(takes(togetherSchema, { groups: [{ ...group, members: [{ ...member, isMe: 'yes' }] }] })).toBe(false)
})
