import * as Y from 'yjs'

/** What a note's document reads as, and the document itself. */
export type NoteText = { text: string; state: Uint8Array<ArrayBuffer> }

/**
 * A note's document with updates merged into it: what one brings that is there already, or was deleted, stays so.
 * @returns null when an update is none that Yjs reads
 */
export function mergeText(state: Uint8Array | null, updates: readonly Uint8Array[]): NoteText | null {
  const doc = new Y.Doc()
  try {
    if (state && state.length > 0) Y.applyUpdate(doc, state)
    for (const update of updates) Y.applyUpdate(doc, update)
    const text = doc.getText('text').toString()
    return { text, state: new Uint8Array(Y.encodeStateAsUpdate(doc)) }
  } catch {
    // Yjs throws what it throws at bytes that are no update.
    return null
  } finally {
    doc.destroy()
  }
}

/** Updates as one: it holds all that each of them wrote. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates])
}

/** What of a document another state of it does not hold. */
export function stateBeyond(state: Uint8Array, known: Uint8Array): Uint8Array {
  return Y.diffUpdate(state, Y.encodeStateVectorFromUpdate(known))
}

/** A document that reads as this text; the same text gives the same document. */
export function stateOfText(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
