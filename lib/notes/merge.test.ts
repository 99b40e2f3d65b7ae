import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinUpdates, mergeQuickly, mergeText, stateBefore, stateBeyond, stateOfText } from './merge'

/** A device that writes a note: each change gives the update that it makes. */
function device(clientID: number, state?: Uint8Array) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  if (state) Y.applyUpdate(doc, state)
  const text = doc.getText('text')
  return {
    read: () => text.toString(),
    state: () => Y.encodeStateAsUpdate(doc),
    change(at: number, remove: number, insert: string): Uint8Array {
      const before = Y.encodeStateVector(doc)
      doc.transact(() => {
        text.delete(at, remove)
        text.insert(at, insert)
      })
      return Y.encodeStateAsUpdate(doc, before)
    },
  }
}
const read = (state: Uint8Array) => mergeText(null, [state])?.text

describe('updates that are merged', () => {
  it('make a note that reads as it was typed, whole', () => {
    const one = device(1)
    const updates = [one.change(0, 0, 'Hello'), one.change(5, 0, ' there')]
    expect(mergeText(null, updates)).toEqual({
      text: 'Hello there',
      state: expect.any(Uint8Array),
      whole: true,
      waits: false,
    })
    const first = mergeText(null, updates.slice(0, 1))
    expect(mergeText(first?.state ?? null, updates.slice(1))).toMatchObject({ text: 'Hello there', whole: true })
  })

  it('wait where letters are missing that they build on, and are there when those come', () => {
    const one = device(1)
    const [first, second] = [one.change(0, 0, 'Hello'), one.change(5, 0, ' there')]
    const early = mergeText(null, [second])
    expect(early).toMatchObject({ text: '', whole: false, waits: true })
    expect(mergeText(early?.state ?? null, [first])).toMatchObject({ text: 'Hello there', whole: true, waits: false })
  })

  it('change nothing twice, and what was deleted stays so', () => {
    const one = device(1)
    const [typed, erased] = [one.change(0, 0, 'Hello'), one.change(0, 4, '')]
    const merged = mergeText(null, [typed, erased])
    expect(mergeText(merged?.state ?? null, [typed, typed, erased])?.text).toBe('o')
  })

  it('are none that Yjs cannot read', () => {
    expect([mergeText(null, [new Uint8Array([9, 9, 9, 9])]), mergeText(new Uint8Array([1, 2, 3]), [])]).toEqual([
      null,
      null,
    ])
    expect(mergeText(new Uint8Array(), [])).toMatchObject({ text: '', whole: true })
  })

  it('read the same in whatever order they come, on every device', () => {
    const change = fc.record({
      who: fc.nat(2),
      at: fc.nat(20),
      remove: fc.nat(3),
      insert: fc.constantFrom('', 'a', 'bc', '\n'),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.infiniteStream(fc.nat(1_000)), (changes, random) => {
        const start = stateOfText('Hello')
        const devices = [2, 3, 4].map((id) => device(id, start))
        const updates = changes.flatMap(({ who, at, remove, insert }) => {
          const one = devices[who]
          if (!one) return []
          const from = Math.min(at, one.read().length)
          return [one.change(from, Math.min(remove, one.read().length - from), insert)]
        })
        const shuffled = [...updates]
          .map((update) => ({ update, by: random.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ update }) => update)
        const [merged, other] = [mergeText(start, updates), mergeText(start, shuffled)]
        expect([other?.text, other?.whole, other?.waits]).toEqual([merged?.text, true, false])
        expect(mergeText(start, [joinUpdates(shuffled.length > 0 ? shuffled : [start])])?.text).toBe(merged?.text)
        expect(
          mergeText(
            null,
            devices.map((each) => each.state()),
          )?.text,
        ).toBe(merged?.text)
      }),
      { numRuns: 40 },
    )
  })

  it('are merged within a moment where they are few, or not at all', () => {
    const one = device(1)
    expect(mergeQuickly(null, [one.change(0, 0, 'Hello')])?.text).toBe('Hello')
    expect(mergeQuickly(null, [new Uint8Array([9, 9])])).toBe(null)
  })
})

describe('a document', () => {
  it('is the same for the same text, wherever it is made', () => {
    expect(stateOfText('Hello')).toEqual(stateOfText('Hello'))
    expect([read(stateOfText('Hello')), read(stateOfText(''))]).toEqual(['Hello', ''])
  })

  it('has what another state does not hold, and no more', () => {
    const known = stateOfText('Hello')
    const one = device(2, known)
    one.change(5, 0, ' there')
    const beyond = stateBeyond(one.state(), known)
    expect([mergeText(known, [beyond])?.text, mergeText(null, [beyond])?.text]).toEqual(['Hello there', ''])
    expect(beyond.length).toBeLessThan(one.state().length)
  })

  it('is known as it was before updates were made, as far as that still stands', () => {
    const known = stateOfText('Hello')
    const one = device(2, known)
    const updates = [one.change(5, 0, ' there'), one.change(0, 1, 'J')]
    expect([
      one.read(),
      read(stateBefore(one.state(), updates)),
      read(stateBefore(one.state(), updates.slice(1))),
    ]).toEqual(['Jello there', 'ello', 'ello there'])
  })
})

describe('a deletion that comes before the letters it deletes', () => {
  it('waits for them, and takes them when they come', () => {
    const one = device(1)
    const typed = one.change(0, 0, 'Hello there')
    const erased = one.change(5, 6, '')
    const early = mergeText(null, [erased])
    expect(early).toMatchObject({ text: '', waits: true, whole: false })
    const late = mergeText(early?.state ?? null, [typed])
    expect(late).toMatchObject({ text: 'Hello', waits: false, whole: true })
  })

  it('leaves what else came whole, though something of the document waits', () => {
    const [one, two] = [device(1), device(2)]
    one.change(0, 0, 'Hello')
    const missing = mergeText(null, [one.change(5, 0, ' there')])
    const whole = two.change(0, 0, 'Two')
    expect(mergeText(missing?.state ?? null, [whole])).toMatchObject({ text: 'Two', waits: true, whole: true })
    expect(mergeText(missing?.state ?? null, [whole, one.change(0, 0, 'x')])).toMatchObject({
      text: 'Two',
      waits: true,
      whole: false,
    })
  })
})

it('merges quickly what is short, and says so of nothing that is none', () => {
  const one = device(1)
  const updates = [one.change(0, 0, 'Hello'), one.change(5, 0, ' there')]
  expect(mergeQuickly(null, updates)).toEqual(mergeText(null, updates))
  expect(mergeQuickly(null, [new Uint8Array([9, 9, 9, 9])])).toBe(null)
  expect(mergeQuickly(new Uint8Array(0), [])).toMatchObject({ text: '', whole: true, waits: false })
})
