import { useEffect } from 'react'
import { noteActions } from '@/lib/sync/client/note-actions'
import type { NotesConference } from './notes-conference'

/** What another app shared comes in the address (title, text, url): it becomes a note, which is opened. */
export function useSharedNote({ id, slug }: NotesConference): void {
  useEffect(() => {
    const { pathname, search } = location
    const query = new URLSearchParams(search)
    const said = new Set(['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '').filter(Boolean))
    if (said.size === 0) return
    // At once, so that nothing makes the same note twice; back again if it could not be kept.
    history.replaceState(history.state, '', pathname)
    void noteActions().create({ conferenceId: id, text: [...said].join('\n') }).then(
      (noteId) => location.replace(`/c/${slug}/notes/${noteId}`),
      () => history.replaceState(history.state, '', pathname + search),
    )
  }, [id, slug])
}
