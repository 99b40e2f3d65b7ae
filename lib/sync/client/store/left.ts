import { forget, recall, remember, rememberedKeys } from '@/lib/platform/device-memory'
import { makeId } from './make-id'

/**
 * What is on its way into the store. A page that is left or killed finishes no transaction, but it writes into the
 * browser's small memory at once: there it is until the store has it, and whichever page comes next stores it
 * (store-left.ts).
 */

/** What another page left, as it was read. */
export type Left = { key: string; kept: string }

/** What this page makes it stores itself. */
const page = makeId()

/**
 * A place in the small memory for what a page is about to write into a store: where the page is closed before that,
 * the next one finds it there.
 * @param what part of the keys: builds before may have left something under the same
 * @returns ways to keep a value, to drop it once it is stored, and to list what other pages left
 */
export function leftMemory(what: string) {
  const prefixOf = (store: string) => `hallway-${what}-${store}/`
  return {
    /** @param store the store's name @param key of this one, in that store */
    keep(store: string, key: string, value: object): void {
      remember(`${prefixOf(store)}${key}`, JSON.stringify({ page, ...value }))
    },
    /** It is in the store. */
    drop(store: string, key: string): void {
      if (recall(`${prefixOf(store)}${key}`) !== null) forget(`${prefixOf(store)}${key}`)
    },
    /** What other pages left on its way into this store. */
    left(store: string): Left[] {
      return rememberedKeys()
        .filter((key) => key.startsWith(prefixOf(store)))
        .map((key) => ({ key, kept: recall(key) ?? '' }))
        .filter(({ kept }) => !kept.includes(page))
    },
  }
}

/** Changes on their way into an outbox. */
export const changesLeft = leftMemory('changes')

/** It was stored; what was made since stays. */
export function settleLeft({ key, kept }: Left): void {
  if (recall(key) === kept) forget(key)
}

/** The store is no more wanted, nor what was on its way there. */
export function dropAllLeft(store: string): void {
  for (const key of rememberedKeys()) if (/^hallway-[a-z]+-/.test(key) && key.includes(`-${store}/`)) forget(key)
}
