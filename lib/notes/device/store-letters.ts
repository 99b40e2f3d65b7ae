import * as Y from 'yjs'
import * as z from 'zod/mini'
import { fromBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { openScreenText } from '@/lib/notes/screen-text'
import { settleLeft, type Left } from '@/lib/sync/client/store/left'
import { writeNote } from './note-store'
import type { PersonStore } from '@/lib/sync/client/kind'

const optional = z.optional(z.string())
const lettersSchema = z.object({
  note: z.object({
    id: z.string(),
    conferenceId: z.string(),
    notedAt: z.string(),
    sessionId: optional,
    groupId: optional,
    place: optional,
  }),
  update: optional,
  begun: optional,
  text: optional,
})
type Read = z.output<typeof lettersSchema>

/**
 * Stores what other pages typed and did not get into the store before they were left.
 * @throws what the browser throws when it has no room left; they are kept then
 */
export async function storeLetters(store: PersonStore, left: readonly Left[], now: Date): Promise<void> {
  const letters = left.map((each) => ({ each, read: read(each.kept) }))
  // A note comes before what was typed into it.
  const inOrder = [...letters].sort((a, b) => Number(a.read?.text === undefined) - Number(b.read?.text === undefined))
  for (const { each, read: said } of inOrder) {
    if (said) await storeOne(store, said, now)
    settleLeft(each)
  }
}

async function storeOne(store: PersonStore, { note, update, begun, text }: Read, now: Date): Promise<void> {
  if (update !== undefined) await writeNote(store, note, fromBase64(update), now)
  if (begun === undefined || text === undefined) return
  const row = await store.notes.get(note.id)
  // More than it was made with: it was handed on, to be stored as changes.
  if (row && row.text !== begun) return
  const [doc, state] = [new Y.Doc(), row?.state ?? stateOfText(begun)]
  Y.applyUpdate(doc, state)
  openScreenText(doc, state).edit(text)
  await writeNote(store, note, Y.encodeStateAsUpdate(doc), now)
}

function read(kept: string): Read | null {
  try {
    return lettersSchema.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}
