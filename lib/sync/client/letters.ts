import { forget, recall, remember, rememberedKeys } from '@/lib/platform/device-memory'
import { makeId } from './make-id'
import type { NoteFacts } from './note-facts'

/**
 * Letters on their way into the store. A page that is left or killed finishes no transaction, but it writes into the
 * browser's small memory at once: there they are until the store has them, and whichever page comes next stores them
 * (store-letters.ts).
 */

/**
 * A change of a note's document (base64), or the whole text of a note that is being made: `begun` is what it is made
 * with.
 */
export type Letters = { note: NoteFacts } & ({ update: string } | { begun: string; text: string })
/** What another page left, as it was read. */
export type LettersLeft = { key: string; kept: string }

/** What this page types it stores itself. */
const page = makeId()

/** @param store the store's name @param writer who types: several may, into one note */
export function keepLetters(store: string, writer: string, letters: Letters): void {
  remember(keyOf(store, writer), JSON.stringify({ page, ...letters }))
}

/** They are in the store. */
export function dropLetters(store: string, writer: string): void {
  if (recall(keyOf(store, writer)) !== null) forget(keyOf(store, writer))
}

/** What other pages left on its way into this store. */
export function lettersLeft(store: string): LettersLeft[] {
  return keysOf(store)
    .map((key) => ({ key, kept: recall(key) ?? '' }))
    .filter(({ kept }) => !kept.includes(page))
}

/** They were stored; what was typed since stays. */
export function settleLetters({ key, kept }: LettersLeft): void {
  if (recall(key) === kept) forget(key)
}

/** The store is no more wanted, nor what was on its way there. */
export function dropAllLetters(store: string): void {
  for (const key of keysOf(store)) forget(key)
}

function keysOf(store: string): string[] {
  return rememberedKeys().filter((key) => key.startsWith(keyOf(store, '')))
}

function keyOf(store: string, writer: string): string {
  return `hallway-letters-${store}/${writer}`
}
