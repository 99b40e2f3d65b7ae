'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import { WRITE } from '@/lib/program/pages'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { stateAbout } from '@/lib/rooms/session-fullness'
import { AttendanceButtons } from './attendance'
import { JustDeletedNote } from '../list/deleted-note'
import { DeletedNotes } from '../list/deleted-notes'
import { MarksHelp } from '../marks/marks-help'
import type { NotesConference } from '../list/notes-conference'
import { NoteBox } from './note-box'
import { SharedNote } from './shared-note'
import { useOpenNotes } from './use-open-notes'

type Props = {
  conference: NotesConference
  /** The whole, or the session's slice. */ agenda: Agenda
  sessionId: string
}

/** What became of a session for me, and my notes on it: the first letter makes the first one. */
export function SessionNotes({ conference, agenda, sessionId }: Props) {
  const t = useTranslations('notes')
  const { open, ready: isRead, onWrite, justDeleted } = useOpenNotes(conference, agenda)
  // Where the server says late who is here, another store is read: the box stays, and whoever has begun to type in it.
  const [ready, setReady] = useState(isRead)
  if (isRead && !ready) setReady(true)
  /** The note that is written in, whichever other comes from elsewhere. */
  const [first, setFirst] = useState<{ sessionId: string; id: string; isListed: boolean } | null>(null)
  const place = useMemo(
    () => ({
      note: { conferenceId: conference.id, sessionId },
      onMade: (id: string) => {
        setFirst({ sessionId, id, isListed: false })
        onWrite(id)
      },
    }),
    [conference.id, sessionId, onWrite],
  )
  const wanted = useWriteWanted()
  const { byRoom } = useRoomStates(conference)
  const session = agenda.sessions.find(({ id }) => id === sessionId)
  const title = session?.title ?? ''
  const here = open.filter(({ note }) => note.sessionId === sessionId)
  const kept = first?.sessionId === sessionId ? first : null
  const listed = here.find(({ id }) => id === kept?.id)
  const own = listed ?? (kept && !kept.isListed ? undefined : here.find(({ note }) => !note.groupId))
  if (own && (own.id !== kept?.id || !kept.isListed)) setFirst({ sessionId, id: own.id, isListed: true })

  const editorOf = (placed: NoteInConference<Note> | undefined) => (
    <>
      {placed?.note.groupId ? <SharedNote slug={conference.slug} /> : null}
      <NoteBox
        conference={conference}
        agenda={agenda}
        placed={placed}
        onWrite={onWrite}
        onDeleted={justDeleted.onDeleted}
        id={placed?.id ?? null}
        place={place}
        name={t(placed?.note.groupId ? 'sharedNoteOn' : 'noteOn', { title })}
        autoFocus={placed === own && wanted}
      />
    </>
  )

  return (
    <section id="notes" aria-labelledby="notes-title" className="grid scroll-mt-4 gap-4">
      <h2 id="notes-title" className="text-lg font-semibold">
        {t('onSession')}
      </h2>
      {/* Another note than the one that was deleted: nothing typed goes there. */}
      <div key={justDeleted.times}>{ready ? editorOf(own) : <div className="min-h-64 noscript:hidden" />}</div>
      {justDeleted.id ? <JustDeletedNote id={justDeleted.id} onUndo={justDeleted.undo} /> : null}
      {session ? (
        <AttendanceButtons
          conference={conference}
          session={session}
          isAtDoor={stateAbout(session, byRoom) !== undefined}
        />
      ) : null}
      {here
        .filter((placed) => placed !== own)
        .map((placed) => (
          <div key={placed.id}>{editorOf(placed)}</div>
        ))}
      <DeletedNotes conference={conference} sessionId={sessionId} />
      <MarksHelp />
    </section>
  )
}

/** Whoever came here came to write. */
function useWriteWanted(): boolean {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const look = () => setWanted(location.hash === WRITE)
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return wanted
}
