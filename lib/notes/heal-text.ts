import * as Y from 'yjs'
import { applyBounded, runBounded } from './bounded-update'

/** Where letters that wait get their new ids: under another writer's name, counted from the first that waits. */
type Move = { client: number; from: number }
type IsDeleted = (client: number, clock: number) => boolean

// Each may have to be looked at once for each other one.
const MOST_WAITING = 5_000

/**
 * A document in which nothing waits any more. Letters that wait for others before them, which are lost, are nowhere to
 * be seen: they are written anew where they stood, under ids that follow from the old ones, so that two who do the same
 * write the same letters. What is whole already stays as it is.
 * @throws {Error} when that would take too long (bounded-update.ts)
 */
export function healText(state: Uint8Array): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  applyBounded(doc, state)
  const { pendingStructs, pendingDs } = doc.store
  if (pendingStructs) {
    const waiting = Y.decodeUpdateV2(pendingStructs.update).structs.filter((struct) => struct instanceof Y.Item)
    if (waiting.length > MOST_WAITING) throw new Error('Too many wait')
    writeAnew(doc, waiting, deletedIn(pendingDs))
  }
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const healed = new Uint8Array(Y.encodeStateAsUpdate(doc))
  doc.destroy()
  return healed
}

function writeAnew(doc: Y.Doc, waiting: readonly Y.Item[], isDeleted: IsDeleted): void {
  const items = [...waiting].sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)
  const moves = new Map<number, Move>()
  for (const { id } of items) if (!moves.has(id.client)) moves.set(id.client, { client: renamed(id), from: id.clock })
  const moved = (id: Y.ID) => {
    const move = moves.get(id.client)
    return move && id.clock >= move.from ? Y.createID(move.client, id.clock - move.from) : null
  }
  const behind = ({ origin, rightOrigin }: Y.Item) => origin && (moved(origin) ?? behindLost(doc, origin, rightOrigin))
  const before = ({ rightOrigin }: Y.Item) =>
    rightOrigin && (moved(rightOrigin) ?? (isHere(doc, rightOrigin) ? rightOrigin : null))
  const written = items.flatMap((item, index) => {
    const last = items[index - 1]
    const end = last?.id.client === item.id.client ? last.id.clock + last.length : item.id.clock
    // What is lost between two that wait stays a gap.
    const gap =
      item.id.clock > end
        ? [
            itemOf(
              doc,
              moved(Y.createID(item.id.client, end)),
              moved(Y.createID(item.id.client, end - 1)),
              null,
              new Y.ContentDeleted(item.id.clock - end),
            ),
          ]
        : []
    const runs = runsOf(item, isDeleted).map(({ clock, content }) =>
      itemOf(
        doc,
        moved(Y.createID(item.id.client, clock)),
        clock === item.id.clock ? behind(item) : moved(Y.createID(item.id.client, clock - 1)),
        before(item),
        content,
      ),
    )
    return [...gap, ...runs].filter((made) => made !== null)
  })
  runBounded(doc, () => doc.transact((transaction) => integrate(transaction, written)))
}

function itemOf(
  doc: Y.Doc,
  id: Y.ID | null,
  origin: Y.ID | null,
  right: Y.ID | null,
  content: Y.ContentString | Y.ContentDeleted,
): Y.Item | null {
  return id && new Y.Item(id, null, origin, null, right, (origin ?? right) ? null : doc.getText('text'), null, content)
}

/**
 * The letter behind which something stood; where that is lost, the last one that is here of whoever wrote it, if both
 * were put in the same place, else the one behind which what follows was written.
 */
function behindLost(doc: Y.Doc, origin: Y.ID, rightOrigin: Y.ID | null): Y.ID | null {
  if (isHere(doc, origin)) return origin
  const end = Y.getState(doc.store, origin.client)
  const last = end > 0 ? Y.createID(origin.client, end - 1) : null
  if (!rightOrigin || !isHere(doc, rightOrigin)) return last
  const [lastItem, right] = [last && Y.getItem(doc.store, last), Y.getItem(doc.store, rightOrigin)]
  if (lastItem && Y.compareIDs(lastItem.rightOrigin, rightOrigin)) return last
  return rightOrigin.clock > right.id.clock ? Y.createID(rightOrigin.client, rightOrigin.clock - 1) : right.origin
}

function isHere(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  return clock < Y.getState(doc.store, client)
}

/** An item as runs of letters that stand and letters that were deleted since. */
function runsOf(
  { id, content, length }: Y.Item,
  isDeleted: IsDeleted,
): { clock: number; content: Y.ContentString | Y.ContentDeleted }[] {
  const text = content instanceof Y.ContentString ? content.str : null
  const goes = (index: number) => text === null || isDeleted(id.client, id.clock + index)
  const starts = Array.from({ length }, (_, index) => index).filter(
    (index) => index === 0 || goes(index) !== goes(index - 1),
  )
  return starts.map((start, nth) => {
    const end = starts[nth + 1] ?? length
    return {
      clock: id.clock + start,
      content:
        text === null || goes(start) ? new Y.ContentDeleted(end - start) : new Y.ContentString(text.slice(start, end)),
    }
  })
}

/** In whichever order their origins allow; what is here already stays. */
function integrate(transaction: Y.Transaction, items: readonly Y.Item[]): void {
  const { store } = transaction.doc
  let left = items
  for (let count = -1; left.length !== count;) {
    count = left.length
    left = left.filter((item) => {
      const here = Y.getState(store, item.id.client)
      if (here < item.id.clock || (here < item.id.clock + item.length && item.getMissing(transaction, store) !== null))
        return true
      if (here < item.id.clock + item.length) item.integrate(transaction, here - item.id.clock)
      return false
    })
  }
}

function deletedIn(pending: Uint8Array | null): IsDeleted {
  const ranges = pending ? Y.decodeUpdateV2(pending).ds.clients : new Map<number, { clock: number; len: number }[]>()
  return (client, clock) =>
    (ranges.get(client) ?? []).some((range) => range.clock <= clock && clock < range.clock + range.len)
}

function renamed({ client, clock }: Y.ID): number {
  return (Math.imul(client ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(clock + 1, 0xc2b2ae35)) >>> 0
}
