import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { healText } from './heal-text'
import { mergeText } from './merge'

/** What somebody types, a step an update, as if each were stored by itself. */
function steps(...changes: ((text: Y.Text) => void)[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const change of changes) doc.transact(() => change(doc.getText('text')))
  return updates
}

const without = (updates: readonly Uint8Array[], ...lost: number[]) =>
  mergeText(
    null,
    updates.filter((_, index) => !lost.includes(index)),
  )?.state ?? new Uint8Array()
const read = (state: Uint8Array) => mergeText(null, [state])?.text

it('leaves a text that is whole as it is', () => {
  const state = without(
    steps(
      (text) => text.insert(0, 'one'),
      (text) => text.delete(0, 1),
    ),
  )
  expect(healText(state)).toEqual(state)
})

it('brings back what waits for letters that are lost, in its place, without what was deleted of it', () => {
  const typed = steps(
    (text) => text.insert(0, 'one. Last.'),
    (text) => text.insert(5, 'tw'),
    (text) => text.insert(7, 'o th'),
    (text) => text.insert(11, 'hree'),
    (text) => text.delete(11, 1),
    (text) => text.insert(14, '!'),
    (text) => text.insert(15, ' four '),
  )
  expect(read(without(typed))).toBe('one. two three! four Last.')
  expect(read(without(typed, 1))).toBe('one. Last.')
  expect(read(healText(without(typed, 1)))).toBe('one. o three! four Last.')
  expect(read(healText(without(typed, 1, 3)))).toBe('one. o th! four Last.')
})

it('writes the same on every device, also where one knows more', () => {
  const typed = steps(
    (text) => text.insert(0, 'one '),
    (text) => text.insert(4, 'two '),
    (text) => text.insert(8, 'three '),
    (text) => text.insert(14, 'four '),
  )
  const [less, more] = [healText(without(typed, 1, 3)), healText(without(typed, 1))]
  expect([read(less), read(more)]).toEqual(['one three ', 'one three four '])
  expect([mergeText(less, [more])?.text, mergeText(more, [less])?.text]).toEqual(['one three four ', 'one three four '])
  expect(healText(more)).toEqual(more)
})

it('loses nothing when the lost letters come after all', () => {
  const typed = steps(
    (text) => text.insert(0, 'one '),
    (text) => text.insert(4, 'two '),
    (text) => text.insert(8, 'three '),
  )
  expect(
    mergeText(healText(without(typed, 1)), [without(typed)])
      ?.text.split(' ')
      .sort(),
  ).toEqual(['', 'one', 'three', 'three', 'two'])
})
