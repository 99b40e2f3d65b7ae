import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { alsoConfirmed, confirmedBy, isConfirmed } from './confirmed'
import { stateBeyond } from './merge'

it('knows what is held: letters and deletions, and not what waits for others', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const states: Uint8Array[] = []
  for (const change of [
    () => text.insert(0, 'one'),
    () => text.insert(3, ' two'),
    () => text.delete(0, 2),
    () => text.insert(5, '!'),
  ]) {
    change()
    states.push(Y.encodeStateAsUpdate(doc))
  }
  const [one = new Uint8Array(), two = one, cut = one, last = one] = states
  const held = (confirmed: Uint8Array | undefined) => states.map((state) => isConfirmed(confirmed, state))
  expect(held(undefined)).toEqual([false, false, false, false])
  expect(held(confirmedBy(new Uint8Array()))).toEqual([false, false, false, false])
  expect(held(confirmedBy(two))).toEqual([true, true, false, false])
  expect(held(confirmedBy(cut))).toEqual([true, true, true, false])
  expect(held(alsoConfirmed(confirmedBy(one), stateBeyond(two, one)))).toEqual([true, true, false, false])
  expect(held(alsoConfirmed(alsoConfirmed(undefined, two), stateBeyond(last, two)))).toEqual([true, true, true, true])
  expect(held(confirmedBy(stateBeyond(last, one)))).toEqual([false, false, false, false])
})
