import * as Y from 'yjs'
import { applyBounded, MOST_STEPS } from './bounded-update'

/** What a note's document reads as, and the document itself. */
export type NoteText = { text: string; state: Uint8Array<ArrayBuffer> }

// Nobody notices so many, even on a phone.
const FEW_STEPS = 5_000

/**
 * A note's document with updates merged into it: what one brings that is there already, or was deleted, stays so.
 * @returns null when an update is none of a note's that Yjs reads, or would take too long to merge (bounded-update.ts)
 */
export function mergeText(state: Uint8Array | null, updates: readonly Uint8Array[]): NoteText | null {
  // What many wrote at one spot is soonest put together at once: each of its places is sought among fewer then.
  return mergeInTurn(state, updates, MOST_STEPS) ?? mergeAtOnce(state ? [state, ...updates] : updates)
}

function mergeAtOnce(updates: readonly Uint8Array[]): NoteText | null {
  try {
    return mergeInTurn(null, [Y.mergeUpdates([...updates])], MOST_STEPS)
  } catch {
    return null
  }
}

/** mergeText where it is done within a moment; null, too, where it is not. */
export function mergeQuickly(state: Uint8Array | null, updates: readonly Uint8Array[]): NoteText | null {
  return mergeInTurn(state, updates, FEW_STEPS)
}

function mergeInTurn(state: Uint8Array | null, updates: readonly Uint8Array[], mostSteps: number): NoteText | null {
  const doc = new Y.Doc()
  try {
    const before = state && state.length > 0 ? applyBounded(doc, state, mostSteps) : 0
    const steps = updates.reduce((sum, update) => sum + applyBounded(doc, update, mostSteps), before)
    // Where a place had to be sought, another order may take longer: the devices that are told of this document read it in its own.
    if (steps > 0) applyBounded(new Y.Doc(), Y.encodeStateAsUpdate(doc), mostSteps)
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
