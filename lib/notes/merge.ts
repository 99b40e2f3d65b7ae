import * as Y from 'yjs'
import { applyBounded, MOST_STEPS } from './bounded-update'

/** What a note's document reads as, and the document itself. */
export type NoteText = { text: string; state: Uint8Array<ArrayBuffer> }
export type MergedText = NoteText & {
  /** All of the updates is in it; else something of them waits for letters that are not there. */
  whole: boolean
  /** Something waits, of the updates or of the document. */
  waits: boolean
}

// Nobody notices so many, even on a phone.
const FEW_STEPS = 5_000

/**
 * A note's document with updates merged into it: what one brings that is there already, or was deleted, stays so.
 * @returns null when an update is none of a note's that Yjs reads, or would take too long to merge (bounded-update.ts)
 */
export function mergeText(state: Uint8Array | null, updates: readonly Uint8Array[]): MergedText | null {
  // What many wrote at one spot is soonest put together at once: each of its places is sought among fewer then.
  return mergeInTurn(state, updates, MOST_STEPS) ?? mergeAtOnce(state ? [state, ...updates] : updates, updates)
}

function mergeAtOnce(all: readonly Uint8Array[], updates: readonly Uint8Array[]): MergedText | null {
  try {
    return mergeInTurn(null, [Y.mergeUpdates([...all])], MOST_STEPS, updates)
  } catch {
    return null
  }
}

/** mergeText where it is done within a moment; null, too, where it is not. */
export function mergeQuickly(state: Uint8Array | null, updates: readonly Uint8Array[]): MergedText | null {
  return mergeInTurn(state, updates, FEW_STEPS)
}

function mergeInTurn(
  state: Uint8Array | null,
  updates: readonly Uint8Array[],
  mostSteps: number,
  asked = updates,
): MergedText | null {
  const doc = new Y.Doc()
  try {
    const before = state && state.length > 0 ? applyBounded(doc, state, mostSteps) : 0
    const steps = updates.reduce((sum, update) => sum + applyBounded(doc, update, mostSteps), before)
    // Where a place had to be sought, another order may take longer: the devices that are told of this document read it
    // in its own.
    if (steps > 0) applyBounded(new Y.Doc(), Y.encodeStateAsUpdate(doc), mostSteps)
    const text = doc.getText('text').toString()
    const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    const held = Y.snapshot(doc)
    return {
      text,
      state: new Uint8Array(Y.encodeStateAsUpdate(doc)),
      whole: !waits || asked.every((update) => Y.snapshotContainsUpdate(held, update)),
      waits,
    }
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

/**
 * Takes updates out of a document: gives what they were made on top of.
 * @param state the document with the updates in it
 * @returns a document without what the updates wrote; what was deleted before them is deleted in it
 */
export function stateBefore(state: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const update of updates)
    for (const [client, clock] of Y.parseUpdateMeta(update).from)
      clocks.set(client, Math.min(clock, clocks.get(client) ?? clock))
  return Y.encodeStateAsUpdate(Y.createDocFromSnapshot(doc, Y.createSnapshot(Y.createDeleteSet(), clocks)))
}

/** A document that reads as this text; the same text gives the same document. */
export function stateOfText(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
