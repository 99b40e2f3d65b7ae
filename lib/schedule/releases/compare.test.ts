import { describe, expect, it } from 'vitest'
import type { ProgramChange } from '@/lib/program/program-change'
import { foldChanges } from './compare'

let version = 0
const change = (field: string, old: unknown = null, now: unknown = null, sessionId = 'a'): ProgramChange => ({
  sessionId,
  field,
  old,
  new: now,
  version: ++version,
  at: '2026-03-01T10:00:00.000Z',
})

describe('foldChanges', () => {
  it.each([
    ['one change', [change('rooms', ['A'], ['B'])], 'changed rooms A > B'],
    ['several of one field', [change('rooms', ['A'], ['B']), change('rooms', ['B'], ['C'])], 'changed rooms A > C'],
    ['what was put back', [change('rooms', ['A'], ['B']), change('rooms', ['B'], ['A'])], ''],
    ['rooms in another order', [change('rooms', ['A', 'B'], ['B', 'A'])], ''],
    ['a session that came', [change('added'), change('title', 'Fog', 'Mist')], 'added'],
    ['one that came and went', [change('added'), change('cancelled')], ''],
    ['one that came, went and is back', [change('added'), change('cancelled'), change('restored')], 'added'],
    ['one that went', [change('cancelled')], 'cancelled'],
    ['one that went and is back', [change('cancelled'), change('restored')], ''],
    ['one that is back', [change('restored'), change('title', 'Fog', 'Mist')], 'restored title Fog > Mist'],
    ['one that was back and is gone', [change('restored'), change('cancelled')], ''],
    ['what no field can be', [change('rooms', 'A', 7)], ''],
  ])('makes of %s what is different at the end', (_what, changes, said) => {
    const say = foldChanges(changes).map(({ kind, fields }) =>
      [kind, ...fields.map((field) => `${field.field} ${String(field.old)} > ${String(field.new)}`)].join(' '),
    )
    expect(say.join()).toBe(said)
  })

  it('goes by versions, and keeps sessions apart', () => {
    const [first, second] = [change('title', 'Fog', 'Mist'), change('title', 'Mist', 'Dew')]
    expect(foldChanges([second, change('cancelled', null, null, 'b'), first])).toEqual([
      { sessionId: 'a', kind: 'changed', fields: [{ field: 'title', old: 'Fog', new: 'Dew' }] },
      { sessionId: 'b', kind: 'cancelled', fields: [] },
    ])
  })
})
