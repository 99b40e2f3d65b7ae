import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { slowUpdates, slowWaiting } from '@/tests/factories/crafted-update'
import { applyBounded } from './bounded-update'
import { healText } from './heal-text'
import { mergeQuickly, mergeText, stateOfText } from './merge'
import { mergeApart } from './server/merge-thread'

/** What Yjs alone makes of them. */
function plainText(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('text').toString()
}

describe('an update that Yjs would go over again and again', () => {
  it.each(Object.keys(slowUpdates))('is merged while it is small, and refused when it is not: %s', (name) => {
    const [small, large] = [slowUpdates[name]?.(40) ?? new Uint8Array(), slowUpdates[name]?.(4_000) ?? new Uint8Array()]
    expect(mergeText(null, [small])?.text).toBe(plainText([small]))
    expect(mergeText(null, [large])).toBeNull()
    expect(mergeText(stateOfText('a'), [large])).toBeNull()
  })

  it.each(Object.keys(slowUpdates))('that was taken can be read by whoever is told of it: %s', (name) => {
    const taken = [100, 300, 500, 700, 900, 1_100].map((count) =>
      mergeText(null, [slowUpdates[name]?.(count) ?? new Uint8Array()]),
    )
    expect(taken.some((merged) => merged !== null)).toBe(true)
    for (const merged of taken) if (merged) expect(mergeText(null, [merged.state])).toEqual(merged)
  })
})

describe('what people write', () => {
  const writers: Record<string, (text: Y.Text, at: number) => void> = {
    'at the end': (text, at) => text.insert(text.length, `line ${at}\n`),
    'at the top': (text, at) => text.insert(0, `line ${at}\n`),
    'in the middle': (text, at) => text.insert(2_000, `word ${at} `),
    'all over, and corrected': (text, at) => {
      text.insert((at * 7_919) % text.length, 'abc')
      text.delete((at * 104_729) % (text.length - 3), 2)
    },
  }
  it.each(Object.keys(writers))('for a day without a network, on five devices %s, is merged to the letter', (name) => {
    const begun = stateOfText('some words '.repeat(400))
    const states = [1, 2, 3, 4, 5].map((client) => {
      const doc = new Y.Doc()
      doc.clientID = 100 * client
      Y.applyUpdate(doc, begun)
      for (let at = 0; at < 200; at++) writers[name]?.(doc.getText('text'), at + client)
      return Y.encodeStateAsUpdate(doc)
    })
    expect(mergeText(begun, states)?.text).toBe(plainText([begun, ...states]))
  })
})

describe('what is no text of a note', () => {
  const others: Record<string, (doc: Y.Doc) => void> = {
    'under another name': (doc) => doc.getText('other').insert(0, 'hidden'),
    'in a map': (doc) => doc.getMap('map').set('a', 'b'),
    'with a format': (doc) => doc.getText('text').insert(0, 'bold', { bold: true }),
    'with something embedded': (doc) => doc.getText('text').insertEmbed(0, { a: 1 }),
    'with a document in it': (doc) => doc.getMap('map').set('a', new Y.Doc()),
    'with lists in lists': (doc) => doc.getArray('list').insert(0, [new Y.Array()]),
    'with an attribute': (doc) => doc.getText('text').setAttribute('a', 'b'),
  }
  it.each(Object.keys(others))('is refused: %s', (name) => {
    const doc = new Y.Doc()
    others[name]?.(doc)
    expect(mergeText(null, [Y.encodeStateAsUpdate(doc)])).toBeNull()
  })
})

it('merges a large note apart, and it is the same', async () => {
  const [doc, begun] = [new Y.Doc(), stateOfText('a word or two '.repeat(8_000))]
  Y.applyUpdate(doc, begun)
  for (let at = 0; at < 500; at++) doc.getText('text').insert((at * 7_919) % doc.getText('text').length, 'new')
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(begun))
  const merged = await mergeApart(begun, [update])
  expect(merged).toEqual(mergeText(begun, [update]))
  expect(merged?.text).toBe(doc.getText('text').toString())
})

it('gives what takes more than a moment to the thread, and hears what it would have found itself', async () => {
  const [some, many] = [
    slowUpdates['one writer, before ever later letters']?.(150) ?? new Uint8Array(),
    slowUpdates['one writer, before ever later letters']?.(3_000) ?? new Uint8Array(),
  ]
  expect([mergeQuickly(null, [some]), mergeQuickly(null, [many])]).toEqual([null, null])
  expect((await mergeApart(null, [some]))?.text).toBe(plainText([some]))
  expect(await mergeApart(null, [many])).toBeNull()
})

it.each([100, 2_000, 8_000])(
  'heals what waits for a lost letter within the same bound, however much of it somebody sends: %i',
  (count) => {
    const merged = mergeText(null, [stateOfText('ours'), slowWaiting(count)])
    expect([merged?.text, merged?.waits]).toEqual(['ours', true])
    const read = () => applyBounded(new Y.Doc(), healText(merged?.state ?? new Uint8Array()))
    // Either it is healed into what everybody can read, or given up.
    if (count > 5_000) expect(read).toThrow('Too many wait')
    else expect(outcomeOf(read)).toMatch(/^(read|Too many steps)$/)
  },
)

function outcomeOf(run: () => unknown): string {
  try {
    run()
    return 'read'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}
