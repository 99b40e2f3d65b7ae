import type { PushAnswer } from '../../answers'
import { isWaiting, nextBatch, settle, type OutboxEntry } from '../store/outbox'
import type { PersonStore, SyncedKind } from '../kind'
import { kindTables, progressOf } from '../store/store'
import { isLatest, wasTold } from './history'
import { aboutOf, editCodeOf } from './kinds-of'
import { MOST_BROKEN_TRIES, sendApart } from './send-apart'
import type { Failure, Wire } from './transport'

/**
 * `held`: the server is well and has all it takes; a change over which it breaks comes again. `putBack`: it was put
 * back to before, and ran nothing: it is to hear first what it lost.
 */
export type Pushed = 'done' | 'held' | 'putBack' | Failure

/** Pushes all that waits, in order. A change over which the server breaks waits with those about the same things. */
export async function pushAll(store: PersonStore, person: string, wire: Wire): Promise<Pushed> {
  const broken = new Set<string>()
  const kinds = await store.synced()
  let isTooLarge = false
  const pushed = await sendApart<OutboxEntry, Exclude<Pushed, 'done' | 'held'>>({
    take: (most) => takeBatch(store, kinds, most, broken),
    async send(batch) {
      const { device, mark = null } = await progressOf(store)
      const mutations = batch.map(({ mutation }) => kinds.reduce((said, { sent }) => sent?.(said) ?? said, mutation))
      const reply = await wire.push(person, device, mutations, mark)
      if (!reply.ok) {
        isTooLarge = reply.reason === 'too-large'
        return reply.reason === 'too-large' || reply.reason === 'broken' ? 'apart' : { stop: reply.reason }
      }
      const found = reply.answer.broken ?? []
      for (const id of found) broken.add(id)
      if ((await takeAnswer(store, batch, reply.answer)) + found.length > 0) return 'answered'
      // An answer that names none of them would have us ask for ever.
      return { stop: isRefusal(reply.answer) ? 'putBack' : 'failed' }
    },
    async alone(entry) {
      if (isTooLarge) {
        await refuse(store, [entry], 'TOO_LARGE')
        return null
      }
      const { device, mark = null } = await progressOf(store)
      // A wall in between (a hall's sign-in page, a proxy without its server) refuses an empty push just the same.
      const empty = await wire.push(person, device, [], mark)
      if (!empty.ok) return { stop: empty.reason === 'troubled' ? 'troubled' : 'failed' }
      broken.add(entry.mutation.id)
      return null
    },
  })
  if (pushed !== 'all') return pushed
  return broken.size > 0 ? countTries(store, broken) : 'done'
}

/**
 * What goes next; from now on it stays as it is.
 * @param broken what waits for the next round, with all that is about the same
 */
function takeBatch(
  store: PersonStore,
  kinds: readonly SyncedKind[],
  most: number | undefined,
  broken: ReadonlySet<string>,
): Promise<OutboxEntry[]> {
  return store.dexie.transaction('rw', kindTables(store), async () => {
    let entries = await store.outbox.toArray()
    for (const { narrow } of kinds) entries = (await narrow?.(store, entries)) ?? entries
    const batch = nextBatch(withoutHeld(kinds, entries, broken), most).map((entry) => ({ ...entry, sent: true }))
    await store.outbox.bulkPut(batch)
    return batch
  })
}

function withoutHeld(
  kinds: readonly SyncedKind[],
  entries: readonly OutboxEntry[],
  broken: ReadonlySet<string>,
): readonly OutboxEntry[] {
  const held = new Set(
    entries.filter(({ mutation }) => broken.has(mutation.id)).flatMap(({ mutation }) => aboutOf(kinds, mutation)),
  )
  return entries.filter(({ mutation }) => !aboutOf(kinds, mutation).some((thing) => held.has(thing)))
}

/** @returns how many of them it moved on, or another tab has */
async function takeAnswer(store: PersonStore, batch: readonly OutboxEntry[], answer: PushAnswer): Promise<number> {
  const unread = new Set(
    answer.results.flatMap((result) => (!result.ok && result.code === 'BASE_MISSING' ? result.id : [])),
  )
  // Here before anything is written: the badge tells what is confirmed, and so both are written together.
  const edits = await editCodeOf(store, batch)
  let [said, there] = [0, 0]
  const settled = await store.dexie.transaction('rw', kindTables(store), async () => {
    // Where tabs cannot take turns, another may have settled them, or said something else in their place, while the
    // answer was on its way.
    const standing = await store.outbox
      .where('mutation.id')
      .anyOf(batch.map(({ mutation }) => mutation.id))
      .toArray()
    there = standing.length
    const answered = settle(standing, answer)
    const [letGo, kept] = [
      answered.filter(({ quiet, refused }) => quiet && refused),
      answered.filter(({ quiet, refused }) => !(quiet && refused)),
    ]
    await store.outbox.bulkPut(kept)
    await store.outbox.bulkDelete(letGo.map(({ order }) => order))
    await keepMark(store, answer)
    for (const code of edits.values()) await code.confirm(store, answered)
    for (const entry of standing.filter(({ mutation }) => unread.has(mutation.id)))
      said += (await edits.get(entry.mutation.name)?.sayBase(store, entry, new Date())) ? 1 : 0
    return answered
  })
  for (const entry of settled) if (entry.refused === 'TOO_LARGE') await sayShorter(store, entry)
  return settled.length + said + (batch.length - there)
}

/** It ran nothing, because it does not know what it told this device last. */
function isRefusal({ isKnown, results, broken }: PushAnswer): boolean {
  return isKnown === false && results.length === 0 && !broken
}

/**
 * A server that does not know what it told last was put back since; so may one be whose marks a build of before did not
 * keep.
 */
async function keepMark(store: PersonStore, { mark, revision, isKnown }: PushAnswer): Promise<void> {
  const progress = await progressOf(store)
  const isUnsure = progress.mark === undefined && wasTold(progress)
  const recheck = isKnown === false ? 'putBack' : (progress.recheck ?? (isUnsure ? 'unsure' : undefined))
  const isCurrent = mark !== undefined && (await isLatest(store, progress, revision))
  if (mark !== undefined || isKnown === false)
    await store.progress.put({ ...progress, ...(isCurrent && { mark }), recheck })
}

/**
 * Where tabs cannot take turns, another may have settled these, or said something else in their place, while the server
 * was asked: only what waits still is refused.
 */
async function refuse(
  store: PersonStore,
  entries: readonly OutboxEntry[],
  refused: OutboxEntry['refused'],
): Promise<void> {
  const standing = await store.dexie.transaction('rw', store.outbox, async () => {
    const found = (
      await store.outbox
        .where('mutation.id')
        .anyOf(entries.map(({ mutation }) => mutation.id))
        .toArray()
    ).filter(isWaiting)
    await store.outbox.bulkPut(found.map(({ tries: _tries, ...entry }) => ({ ...entry, refused })))
    return found
  })
  for (const entry of standing) if (refused === 'TOO_LARGE') await sayShorter(store, entry)
}

/** What was too long and has been cut since is said anew as it is now. */
async function sayShorter(store: PersonStore, entry: OutboxEntry): Promise<void> {
  const { mutation } = entry
  await (await editCodeOf(store, [entry])).get(mutation.name)?.sayShorter(store, mutation)
}

async function countTries(store: PersonStore, broken: ReadonlySet<string>): Promise<'held'> {
  await store.dexie.transaction('rw', store.outbox, async () => {
    const entries = (
      await store.outbox
        .where('mutation.id')
        .anyOf([...broken])
        .toArray()
    ).filter(isWaiting)
    const tried = entries.map((entry) => ({ ...entry, tries: (entry.tries ?? 0) + 1 }))
    await store.outbox.bulkPut(tried.filter(({ tries }) => tries < MOST_BROKEN_TRIES))
    await refuse(
      store,
      tried.filter(({ tries }) => tries >= MOST_BROKEN_TRIES),
      'BROKEN',
    )
  })
  return 'held'
}
