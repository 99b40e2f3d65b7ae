import { useCallback, useEffect, useRef, useState } from 'react'
import { withEngine } from '@/lib/sync/client/local-state'
import { openDraft, type DraftHere, type ShownDraft } from '@/lib/sync/client/note-draft'

export type Draft = ShownDraft & Omit<DraftHere, 'close'>

const FETCH_AFTER_MS = 1_000
const unread: ShownDraft = { id: null, text: '', ready: false, state: 'server' }

/**
 * A note's text to write in, also where there is no note yet. What was begun here stays what is written in, whichever notes come from elsewhere.
 * @param create makes the note with what was written so far; another one: a text of another place
 */
export function useDraft(given: string | null, create: (text: string) => Promise<string>): Draft {
  const [begun, setBegun] = useState<typeof create | null>(null)
  const target = begun === create ? null : given
  const [shown, setShown] = useState<{ target: string | null; draft: ShownDraft }>({ target, draft: unread })
  const here = useRef<DraftHere | null>(null)
  useEffect(() => {
    const open = openDraft(target, { create, open: (id, tell, text) => withEngine().then((engine) => engine.openNote(id, tell, text)) }, (draft) => setShown({ target, draft }))
    here.current = open
    return () => {
      here.current = null
      open.close()
    }
  }, [target, create])

  // There before the network is gone, and after what the page itself needs.
  useEffect(() => {
    const timer = setTimeout(() => void withEngine().then((engine) => engine.prepareWriting()), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const begin = useCallback(() => {
    if (target === null) setBegun(() => create)
  }, [target, create])
  const edit = useCallback<Draft['edit']>((text, caret) => {
    begin()
    here.current?.edit(text, caret)
  }, [begin])
  const ensure = useCallback(() => {
    begin()
    return here.current?.ensure() ?? Promise.reject(new Error('The text is closed.'))
  }, [begin])
  const draw = useCallback<Draft['draw']>((selected) => here.current?.draw(selected) ?? { ...selected, text: '' }, [])
  const flush = useCallback(() => here.current?.flush() ?? Promise.resolve(), [])
  const { id, ...draft } = shown.target === target ? shown.draft : unread
  return { ...draft, id: id ?? target, edit, draw, ensure, flush }
}
