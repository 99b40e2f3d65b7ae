import dynamic from 'next/dynamic'
import type { FocusEvent, FormEvent } from 'react'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { DeletedNote } from '../list/deleted-note'
import type { NotesConference } from '../list/notes-conference'
import type { DraftTarget } from './use-draft'

// Yjs comes with it: reading a session takes none.
const NoteEditor = dynamic(() => keepTrying(() => import('./note-editor')).then((module) => module.NoteEditor), {
  ssr: false,
  loading: () => <div className="min-h-64" />,
})
const NoteFoot = dynamic(() => keepTrying(() => import('./note-foot')).then((module) => module.NoteFoot), {
  ssr: false,
})

type Props = {
  conference: NotesConference
  agenda: Agenda | null
  /** Null: a note is made by the first letter. */ id: string | null
  place?: DraftTarget
  placed: NoteInConference<Note> | undefined
  /** What the note is on, for those who do not see it. */ name: string
  autoFocus: boolean
  /** It has the screen to itself. */ isAlone?: boolean
  /** Somebody writes in this note. */ onWrite: (id: string) => void
  onDeleted: (id: string) => void
}

/**
 * Where a note is written, and what stands below it: photos, history, deleting. Its code comes when it is drawn. Of a
 * note that was deleted elsewhere it says so.
 */
export function NoteBox({
  conference,
  agenda,
  id,
  place,
  placed,
  name,
  autoFocus,
  isAlone,
  onWrite,
  onDeleted,
}: Props) {
  const tell = ({ target }: FormEvent | FocusEvent) => {
    if (id && target instanceof HTMLTextAreaElement) onWrite(id)
  }
  return (
    <div onFocus={tell} onInput={tell}>
      <NoteEditor
        id={id}
        place={place}
        timeZone={conference.timeZone}
        name={name}
        autoFocus={autoFocus}
        isAlone={isAlone}
      >
        {(draft, photoField) => (
          <div className="grid gap-3">
            {placed?.note.deletedAt ? <DeletedNote note={placed.note} timeZone={conference.timeZone} /> : null}
            <NoteFoot
              conference={conference}
              agenda={agenda}
              draft={draft}
              photoField={photoField}
              placed={placed}
              onDeleted={onDeleted}
            />
          </div>
        )}
      </NoteEditor>
    </div>
  )
}
