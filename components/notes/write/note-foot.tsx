import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import { noteActions } from '@/lib/notes/device/note-actions'
import { NoteHistory } from './note-history'
import type { NotesConference } from '../list/notes-conference'
import { PhotoStrip } from '../photos/photo-strip'
import type { Draft } from './use-draft'
import { useExporter } from '../carry/use-exporter'

type Props = {
  conference: NotesConference
  agenda: Agenda | null
  draft: Draft
  /** The id of the field that takes a photo. */ photoField: string
  /** Undefined until the note is in the store. */ placed: NoteInConference<Note> | undefined
  onDeleted: (id: string) => void
}

/** What belongs to a note besides its text: photos, history, export, deleting. */
export function NoteFoot({ conference, agenda, draft, photoField, placed, onDeleted }: Props) {
  const t = useTranslations('notes')
  const save = useExporter(conference, agenda)
  const { id } = draft
  const remove = async (noteId: string) => {
    await draft.flush()
    await noteActions().remove(noteId)
    onDeleted(noteId)
  }
  return (
    <div className="grid gap-3">
      <PhotoStrip noteId={id} conference={conference} photoField={photoField} ensureNote={draft.ensure} />
      {id && placed ? (
        <>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void save([{ ...placed, text: draft.text }], placed.title)}>
              {t('exportNote')}
            </Button>
            {placed.note.deletedAt ? null : (
              <Button variant="danger" onClick={() => void remove(id)}>
                {t('delete')}
              </Button>
            )}
          </div>
          <NoteHistory noteId={id} clocks={conference} onRestore={draft.edit} />
        </>
      ) : null}
    </div>
  )
}
