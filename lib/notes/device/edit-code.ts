import type { EditCode } from '@/lib/sync/client/kind'
import { confirmEdits, sayBase, sayNoteWhole } from './note-store'

/** What a note's edits need of Yjs, for the engine: see EditCode. */

export const confirm: EditCode['confirm'] = confirmEdits

export { sayBase }

export const sayShorter: EditCode['sayShorter'] = async (store, { name, args }) => {
  if (name === 'editNote') await sayNoteWhole(store, args.id, { onlyIfChangedSince: true })
}

export const sayAgain: EditCode['sayAgain'] = async (store, { name, args }) => {
  if (name === 'editNote') await sayNoteWhole(store, args.id)
}

export const letGo: EditCode['letGo'] = async (store, { name, args }) => {
  if (name !== 'editNote') return
  await store.outbox.where('mutation.args.id').equals(args.id).delete()
  await store.notes.delete(args.id)
  await store.progress.update('progress', { cursor: 0 })
}
