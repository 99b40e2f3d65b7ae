import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { sharedNoteId } from '@/lib/notes/shared-note-id'
import type { Group } from '@/lib/planning/together'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaConference, AgendaSession } from '@/lib/program/agenda'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useDeletedNotes, useNotes } from '@/lib/notes/device/use-notes'

type Props = { conference: AgendaConference; session: AgendaSession; group: Group }

/** The way to the note on a session that the whole group writes; made when there is none yet. */
export function SharedNoteLink({ conference, session, group }: Props) {
  const t = useTranslations('together')
  const { notes, ready } = useNotes(conference.id)
  const deleted = useDeletedNotes(conference.id).notes
  const [failed, setFailed] = useState(false)
  const note = notes.find(({ groupId, sessionId }) => groupId === group.id && sessionId === session.id)
  const open = async () => {
    try {
      const of = { conferenceId: conference.id, sessionId: session.id, groupId: group.id }
      const shared = sharedNoteId(group.id, session.id)
      // The words of one that was deleted do not come back with the next.
      const isFree = !deleted.some(({ id }) => id === shared)
      const id = note?.id ?? (await noteActions().create(isFree ? { ...of, id: shared } : of))
      location.assign(pageAddress(conference.slug, 'note', id))
    } catch {
      // No room, or no store to be had.
      setFailed(true)
    }
  }
  return (
    <p className="flex flex-wrap items-center gap-3">
      <Button disabled={!ready} onClick={() => void open()}>
        {t(note ? 'ourNote' : 'writeTogether')}
      </Button>
      <span role="status" className="text-sm text-danger">
        {failed ? t('noteFailed') : ''}
      </span>
    </p>
  )
}
