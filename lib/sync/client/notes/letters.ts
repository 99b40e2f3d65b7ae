import { forget, recall, remember, rememberedKeys } from '@/lib/platform/device-memory'
import { makeId } from '../store/make-id'
import type { NoteFacts } from './note-facts'

/**
 * Letters, and changes of a plan, on their way into the store. A page that is left or killed finishes no transaction,
 * but it writes into the browser's small memory at once: there they are until the store has them, and whichever page
 * comes next stores them (store-left.ts).
 */

/**
 * A change of a note's document (base64), or the whole text of a note that is being made: `begun` is what it is made
 * with.
 */
export type Letters = { note: NoteFacts } & ({ update: string } | { begun: string; text: string })
/** What another page left, as it was read. */
export type Left = { key: string; kept: string }

const [LETTERS, CHANGES] = ['hallway-letters-', 'hallway-changes-']
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

/** What other pages left of letters on their way into this store. */
export function lettersLeft(store: string): Left[] {
  return leftIn(`${LETTERS}${store}/`)
}

/** @param id the change's */
export function keepChange(store: string, id: string, entry: object): void {
  remember(`${CHANGES}${store}/${id}`, JSON.stringify({ page, entry }))
}

export function dropChange(store: string, id: string): void {
  forget(`${CHANGES}${store}/${id}`)
}

/** What other pages left of changes on their way into this store. */
export function changesLeft(store: string): Left[] {
  return leftIn(`${CHANGES}${store}/`)
}

/** It was stored; what was typed since stays. */
export function settleLeft({ key, kept }: Left): void {
  if (recall(key) === kept) forget(key)
}

/** The store is no more wanted, nor what was on its way there. */
export function dropAllLeft(store: string): void {
  for (const key of rememberedKeys())
    if (key.startsWith(`${LETTERS}${store}/`) || key.startsWith(`${CHANGES}${store}/`)) forget(key)
}

function leftIn(prefix: string): Left[] {
  return rememberedKeys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, kept: recall(key) ?? '' }))
    .filter(({ kept }) => !kept.includes(page))
}

function keyOf(store: string, writer: string): string {
  return `${LETTERS}${store}/${writer}`
}
