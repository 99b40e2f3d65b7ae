import * as z from 'zod/mini'
import type { PullAnswer } from '@/lib/sync/answers'
import type { GuestRows, KindSync, Rename } from '@/lib/sync/client/kind'
import { isWaiting } from '@/lib/sync/client/store/outbox'
import type { PersonStore } from '@/lib/sync/client/kind'
import type { NoteRow } from './rows'
import { pulledNoteSchema } from './pulled'

/** Notes are merged by code that is fetched when it is needed; here until the answer that needs it is taken in. */
const mergeFor = new WeakMap<PullAnswer, typeof import('./take-notes')>()

/** How notes are kept in step with the server. */
export const notesSync: KindSync = {
  rows: z.array(pulledNoteSchema),
  async prepare(answer, isAll) {
    if (answer.notes.length > 0 || isAll) mergeFor.set(answer, await import('./take-notes'))
  },
  take: async (store, answer, unshown, now) => mergeFor.get(answer)?.takeNotes(store, answer, unshown, now),
  async again(store, answer, _history, now) {
    const waiting = (await store.outbox.toArray()).filter(isWaiting)
    return mergeFor.get(answer)?.notesAgain(await store.notes.toArray(), answer.notes, waiting, now) ?? []
  },
  // What was stored by builds of before does not say so yet: an edit may be answered by BASE_MISSING.
  sent: (mutation) =>
    mutation.name === 'editNote' ? { ...mutation, args: { ...mutation.args, wholeIfAsked: true } } : mutation,
  edits: { name: 'editNote', load: () => import('./edit-code') },
  handOver: {
    rows: guestNotes,
    renamed(mutation, own) {
      if (mutation.name === 'editNote') return { ...mutation, args: ownNote(mutation.args, own) }
      return mutation.name === 'deleteNote' || mutation.name === 'restoreNote'
        ? { ...mutation, args: { id: own(mutation.args.id) } }
        : null
    },
  },
}

/** Another account may be in none of the groups; what their members wrote stays theirs. */
function ownNote<Row extends Pick<NoteRow, 'id' | 'groupId' | 'together'>>(row: Row, own: Rename): Row {
  const id = own(row.id)
  return id === row.id ? row : { ...row, id, groupId: undefined, ...(row.groupId && { together: true }) }
}

async function guestNotes(guest: PersonStore): Promise<GuestRows> {
  const rows = await guest.notes.toArray()
  let merging: typeof import('./note-store') | null = null
  return {
    async prepare() {
      merging = await import('./note-store')
    },
    async give(person, own) {
      for (const { text: _text, state, ...row } of rows) {
        const facts = ownNote(row, own)
        const merged = merging?.mergeRow(await person.notes.get(facts.id), facts, state)
        if (merged) await person.notes.put(merged)
      }
    },
    clear: (since) => guest.notes.bulkDelete(rows.map(({ id }) => id).filter((id) => !since.has(id))),
  }
}
