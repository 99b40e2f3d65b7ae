import { useCallback, useEffect, useRef, useState } from 'react'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { lettersLeft } from '@/lib/notes/device/letters'
import { openNote, prepareWriting } from '@/lib/notes/device/note-ways'
import { noteActions } from '@/lib/notes/device/note-actions'
import { openDraft, type DraftHere, type NoteWays, type ShownDraft } from '@/lib/notes/device/note-draft'
import { factsOf, type NewNote } from '@/lib/notes/device/note-facts'
import { databaseName } from '@/lib/sync/client/store/store-name'

/** Where a note is made, and who hears of it once it is. */
export type DraftTarget = {
  note: Omit<NewNote, 'id' | 'text'>
  /** Its letters are kept, and it will be made of them, also where the page is left before it is. */
  onBegun?: (id: string) => void
  onMade: (id: string) => void
}
export type Draft = ShownDraft & Omit<DraftHere, 'close'>

const FETCH_AFTER_MS = 1_000
const unread: ShownDraft = { id: null, text: '', ready: false, state: 'server' }

/**
 * A note's text to write in, also where there is no note yet. What was begun here stays what is written in, whichever
 * notes come from elsewhere.
 * @param place where a note is made by the first letter, as long as there is none; another one: another text
 */
export function useDraft(given: string | null, place: DraftTarget | undefined): Draft {
  const [begun, setBegun] = useState<DraftTarget | null>(null)
  const target = begun !== null && begun === place ? null : given
  const [shown, setShown] = useState<{ target: string | null; draft: ShownDraft }>({ target, draft: unread })
  const here = useRef<DraftHere | null>(null)
  useEffect(() => {
    const open = openDraft(target, waysIn(place), (draft) => setShown({ target, draft }))
    here.current = open
    return () => {
      here.current = null
      open.close()
    }
  }, [target, place])

  // There before the network is gone, and after what the page itself needs.
  useEffect(() => {
    const timer = setTimeout(() => void prepareWriting(), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const begin = useCallback(() => {
    if (target === null && place) setBegun(place)
  }, [target, place])
  const edit = useCallback<Draft['edit']>(
    (text, caret) => {
      begin()
      here.current?.edit(text, caret)
    },
    [begin],
  )
  const ensure = useCallback(() => {
    begin()
    return here.current?.ensure() ?? Promise.reject(new Error('The text is closed.'))
  }, [begin])
  const draw = useCallback<Draft['draw']>((selected) => here.current?.draw(selected) ?? { ...selected, text: '' }, [])
  const turn = useCallback<Draft['turn']>((way) => here.current?.turn(way) ?? null, [])
  const flush = useCallback(() => here.current?.flush() ?? Promise.resolve(), [])
  const { id, ...draft } = shown.target === target ? shown.draft : unread
  return { ...draft, id: id ?? target, edit, turn, draw, ensure, flush }
}

function waysIn(place: DraftTarget | undefined): NoteWays {
  // The same from the first letter on, whoever the server says is here meanwhile.
  let kept: string | undefined
  const store = () => (kept ??= databaseName(knownViewer()?.id ?? null))
  const writer = (id: string) => `${id}/begun`
  return {
    create: async (id, text) => {
      if (!place) throw new Error('There is a note already.')
      await noteActions().create({ ...place.note, id, text })
      place.onMade(id)
    },
    keep: (id, begun, text) => {
      if (!place) return
      const note = factsOf({ ...place.note, id }, new Date().toISOString())
      lettersLeft.keep(store(), writer(id), { note, begun, text })
      place.onBegun?.(id)
    },
    settle: (id) => lettersLeft.drop(store(), writer(id)),
    open: openNote,
  }
}
