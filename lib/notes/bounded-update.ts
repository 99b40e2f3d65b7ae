import * as Y from 'yjs'

// Yjs looks for the place of what was written at one spot by several by going over all of it: an update of 56 kB can
// make it go over it a billion times. Two devices that wrote for days into the same line need some thousands of steps.
export const MOST_STEPS = 200_000

type Watch = { text: Y.Text; steps: number; mostSteps: number }
let watch: Watch | null = null

/**
 * Applies somebody's update to the document of a note, as far as it is one: text alone, put together in a bounded
 * number of steps.
 * @returns how many it took
 * @throws {Error} when it is none, or would take too many; the document is in no good state then and must be dropped
 */
export function applyBounded(doc: Y.Doc, update: Uint8Array, mostSteps = MOST_STEPS): number {
  return runBounded(doc, () => Y.applyUpdate(doc, update), mostSteps)
}

/** The same for anything that puts items of somebody's into a note's document. */
export function runBounded(doc: Y.Doc, run: () => void, mostSteps = MOST_STEPS): number {
  const watching: Watch = { text: doc.getText('text'), steps: 0, mostSteps }
  watch = watching
  try {
    run()
    return watching.steps
  } finally {
    watch = null
  }
}

// Yjs has no hook for what it integrates, and what stands in an update does not tell what it will cost.
const integrate = Y.Item.prototype.integrate
Y.Item.prototype.integrate = function (transaction, offset) {
  if (watch) look(this, transaction.doc.store, watch)
  integrate.call(this, transaction, offset)
}

/** @throws {Error} when the item is none of a note's text, or would take too many steps to put in its place */
function look(item: Y.Item, store: Parameters<typeof Y.getItem>[0], watching: Watch): void {
  const { content, parent, parentSub } = item
  // What a deleted item stood in is gone with it.
  const isText =
    (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) &&
    parentSub === null &&
    (parent === null || parent === watching.text)
  if (!isText) throw new Error('No text of a note')
  watching.steps += stepsOf(item, store, watching)
  if (watching.steps > watching.mostSteps) throw new Error('Too many steps')
}

/**
 * How many items Yjs will go over to put this one in its place: the loop of its `integrate`, without what it decides.
 */
function stepsOf(item: Y.Item, store: Parameters<typeof Y.getItem>[0], { text, steps, mostSteps }: Watch): number {
  if (
    item.parent === null ||
    (item.left ? item.left.right === item.right : item.right !== null && item.right.left === null)
  )
    return 0
  const passed = new Set<Y.Item>()
  for (
    let other = item.left ? item.left.right : text._start;
    other !== null && other !== item.right && steps + passed.size <= mostSteps;
    other = other.right
  ) {
    passed.add(other)
    if (isSame(other.origin, item.origin)) {
      if (other.id.client >= item.id.client && isSame(other.rightOrigin, item.rightOrigin)) break
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) break
  }
  return passed.size
}

function isSame(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === other || (one !== null && other !== null && Y.compareIDs(one, other))
}
