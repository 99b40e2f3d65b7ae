import { useLocale, useTranslations } from 'next-intl'
import { sayDay } from '@/lib/i18n/dates'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Agenda } from '@/lib/program/agenda'
import type { NotesConference } from '../list/notes-conference'
import { useExporter } from './use-exporter'

type Props = { conference: NotesConference; agenda: Agenda | null; notes: readonly NoteInConference[] }

/** A conference's notes as Markdown, or one day's: what stands in a menu. */
export function ExportItems({ conference, agenda, notes }: Props) {
  const t = useTranslations('notes')
  const language = useLocale()
  const save = useExporter(conference, agenda)
  const item = 'min-h-11 rounded-lg px-3 text-left hover:bg-sunken'
  return (
    <>
      <p className="px-3 text-sm text-muted">{t('exportHint')}</p>
      <button type="button" className={item} onClick={() => void save(notes, `${conference.slug}-notes`)}>
        {t('exportAll')}
      </button>
      {[...new Set(notes.map(({ day }) => day))].map((day) => (
        <button
          key={day}
          type="button"
          className={item}
          onClick={() =>
            void save(
              notes.filter((note) => note.day === day),
              `${conference.slug}-${day}`,
            )
          }
        >
          {t('exportDay', { day: sayDay(day, language) })}
        </button>
      ))}
    </>
  )
}
