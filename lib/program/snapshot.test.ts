import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProgram, aSnapshot } from '@/tests/factories/program'
import { isSameValue, overridableFields, sessionFields, snapshotSchema, snapshotsOf } from './snapshot'

describe('what a program says of a session', () => {
  const facts = {
    level: 'Beginner',
    flags: ['sold-out' as const],
    slidesUrl: 'https://slides.example/1',
    replayUrl: 'https://video.example/1',
  }
  const program = aProgram([
    {
      ...facts,
      title: 'Rust',
      rooms: ['Hall', 'Loft'],
      track: 'Code',
      colocated: 'Rust Day',
      speakers: ['Ann, Acme', 'Bo'],
    },
    { title: 'Bare' },
  ])
  const snapshotOf = snapshotsOf(program)
  const [rust, bare] = program.sessions

  it('has names where the program has keys, and says the rest as the program does', () => {
    expect(rust && snapshotOf(rust)).toEqual({
      ...aSnapshot({ ...facts, title: 'Rust' }),
      kind: rust?.kind,
      dayOn: rust?.dayOn,
      startAt: rust?.startAt,
      endAt: rust?.endAt,
      rooms: ['Hall', 'Loft'],
      track: 'Code',
      colocated: 'Rust Day',
      speakers: [
        { name: 'Ann', company: 'Acme' },
        { name: 'Bo', company: null },
      ],
    })
  })

  it('says nothing of what a session has not, nor of keys that name nothing', () => {
    const none = { rooms: [], track: null, colocated: null, speakers: [] }
    expect(bare && snapshotOf(bare)).toMatchObject(none)
    expect(
      rust &&
        snapshotOf({ ...rust, roomKeys: ['gone'], trackKey: 'gone', colocatedKey: 'gone', speakerKeys: ['gone'] }),
    ).toMatchObject(none)
  })

  it('can be stored and read again, whole', () => {
    const snapshot = rust && snapshotOf(rust)
    expect(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })
})

it('reads what was stored before levels, flags and links were kept: that source said nothing of them', () => {
  const { level: _, flags: __, slidesUrl: ___, replayUrl: ____, ...old } = aSnapshot()
  expect(snapshotSchema.parse(old)).toEqual(aSnapshot())
})

it('lets an organizer decide what people see, and whether it is cancelled', () => {
  expect(overridableFields).toEqual([...sessionFields, 'status'])
})

describe('two values', () => {
  it('are the same where nobody sees a difference: spaces at the edges of lines', () => {
    expect(isSameValue('one  \n  two', 'one\ntwo')).toBe(true)
    expect(isSameValue('one\u00a0\n\ttwo', 'one\ntwo')).toBe(true)
    expect(isSameValue('one\n\ntwo', 'one\ntwo')).toBe(false)
    expect(isSameValue('one two', 'one  two')).toBe(false)
    expect(isSameValue('one \n two', 'one  two')).toBe(false)
    expect(isSameValue('onx\nytwo', 'one\ntwo')).toBe(false)
  })

  it('are the same rooms in any order, and not where one is named twice', () => {
    expect(isSameValue(['Hall', 'Loft'], ['Loft', 'Hall'])).toBe(true)
    expect(isSameValue(['Hall', 'Hall'], ['Hall'])).toBe(false)
    expect(isSameValue([], [])).toBe(true)
  })

  it('are the same speakers in the same order only, however the database ordered their fields', () => {
    const [ann, bo] = [
      { name: 'Ann', company: 'Acme' },
      { name: 'Bo', company: null },
    ]
    expect(isSameValue([ann, bo], [{ company: 'Acme', name: 'Ann' }, bo])).toBe(true)
    expect(isSameValue([ann, bo], [bo, ann])).toBe(false)
    expect(isSameValue([ann], [{ ...ann, company: 'Other' }])).toBe(false)
    expect(isSameValue([ann], [{ ...ann, name: 'Anna' }])).toBe(false)
  })

  it('tell nothing from an empty text, and numbers from texts', () => {
    expect([isSameValue(null, null), isSameValue(null, ''), isSameValue(7, 7), isSameValue(7, 8)]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(isSameValue('null', null)).toBe(false)
  })

  it('are the same both ways round, and as themselves', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '\t'), { maxLength: 6 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect([isSameValue(one, one), isSameValue(one, other)]).toEqual([true, isSameValue(other, one)])
        const lines = (given: string) => given.split('\n').map((line, index, all) => trimmed(line, index, all.length))
        expect(isSameValue(one, other)).toBe(one === other || lines(one).join('\n') === lines(other).join('\n'))
      }),
    )
  })
})

/** A line without the spaces that stand beside a break. */
function trimmed(line: string, index: number, count: number): string {
  const before = index > 0 ? line.replace(/^[ \t\u00a0]+/, '') : line
  return index < count - 1 ? before.replace(/[ \t\u00a0]+$/, '') : before
}
