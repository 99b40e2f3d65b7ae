import { useTranslations } from 'next-intl'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Agenda } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { downloadFile } from './download'
import type { NotesConference } from '../list/notes-conference'

/** Saves notes as Markdown: one as a file, several as a zip. The code for it is fetched at the first tap. */
export function useExporter(
  conference: NotesConference,
  agenda: Agenda | null,
): (notes: readonly NoteInConference[], name: string) => Promise<void> {
  const t = useTranslations('notes')
  const words = {
    untitled: t('untitled'),
    previous: t('exportWords.previous'),
    next: t('exportWords.next'),
    sameSession: t('exportWords.sameSession'),
  }
  return async (notes, name) => {
    const { exportNotes } = await import('@/lib/notes/export')
    const files = exportNotes(notes, { conference, parts: agenda && partsOf(agenda), words })
    const [first] = files
    if (first && files.length === 1)
      return downloadFile(first.path.split('/').at(-1) ?? 'note.md', first.text, 'text/markdown')
    const { zipFiles } = await import('@/lib/notes/zip')
    downloadFile(
      `${name}.zip`,
      zipFiles(files.map(({ path, text, changedAt }) => ({ path, content: text, changedAt }))),
      'application/zip',
    )
  }
}
