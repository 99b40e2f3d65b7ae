import * as Y from 'yjs'

/**
 * What a server is known to hold of a document: how far it has each writer's letters, and which letters are deleted
 * there; a snapshot of Yjs. Whether it holds all that a screen shows is asked of this, never guessed from what was
 * sent.
 */

/** What is held where this state was told. Letters that wait for others before them are not. */
export function confirmedBy(state: Uint8Array): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  if (state.length > 0) Y.applyUpdate(doc, state)
  const confirmed = Y.encodeSnapshot(Y.snapshot(doc))
  doc.destroy()
  return new Uint8Array(confirmed)
}

/**
 * Adds an update to what the server is known to hold of a note, now that it took the update in whole.
 * @param confirmed a Yjs snapshot; undefined: nothing was known
 * @returns the snapshot with the update
 */
export function alsoConfirmed(confirmed: Uint8Array | undefined, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const { ds, sv } = confirmed ? Y.decodeSnapshot(confirmed) : Y.emptySnapshot
  const clocks = new Map(sv)
  for (const [client, clock] of Y.parseUpdateMeta(update).to)
    clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
  return new Uint8Array(Y.encodeSnapshot(Y.createSnapshot(Y.mergeDeleteSets([ds, Y.decodeUpdate(update).ds]), clocks)))
}

/** Is everything of a state held there? @param confirmed undefined: nothing is known of it */
export function isConfirmed(confirmed: Uint8Array | undefined, state: Uint8Array): boolean {
  return confirmed !== undefined && Y.snapshotContainsUpdate(Y.decodeSnapshot(confirmed), state)
}
