import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { focusNextRow } from '@/components/ui/focus-on'
import { sayDay } from '@/lib/i18n/dates'
import { noteTitle } from '@/lib/notes/note-title'
import { dateOn } from '@/lib/platform/time'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useDeletedNotes } from '@/lib/notes/device/use-notes'
import type { NotesConference } from './notes-conference'

/** What was deleted in the last 30 days, and the way back. */
export function DeletedNotes({
  conference,
  sessionId,
}: {
  conference: NotesConference
  /** Those on one session. */ sessionId?: string
}) {
  const t = useTranslations('notes')
  const language = useLocale()
  const { notes: all } = useDeletedNotes(conference.id)
  const notes = sessionId ? all.filter((note) => note.sessionId === sessionId) : all
  if (notes.length === 0) return null
  return (
    <details className="rounded-xl border border-line bg-raised p-3">
      <summary className="flex min-h-11 items-center font-semibold">
        {t('bin.title')} ({notes.length})
      </summary>
      <p className="text-sm text-muted">{t('bin.hint')}</p>
      <ul className="mt-2 grid gap-2">
        {notes.map((note) => {
          const title = noteTitle(note) || t('untitled')
          return (
            <li key={note.id} className="flex items-center justify-between gap-3">
              <span className="min-w-0">
                <span dir="auto" className="block">
                  {title}
                </span>
                {note.deletedAt ? (
                  <span className="text-sm text-muted">
                    {t('bin.when', { day: sayDay(dateOn(new Date(note.deletedAt), conference.timeZone), language) })}
                  </span>
                ) : null}
              </span>
              <Button
                className="shrink-0"
                aria-label={`${t('bin.restore')}: ${title}`}
                onClick={({ currentTarget }) => {
                  focusNextRow(currentTarget)
                  void noteActions().restore(note.id)
                }}
              >
                {t('bin.restore')}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
