import { useTranslations } from 'next-intl'
import { IconOfPath } from '@/components/ui/icon'
import type { NoteInConference } from '@/lib/notes/place-notes'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { ExportItems } from '../carry/export-items'
import { MarkIcon } from '../marks/mark-icon'
import type { NotesConference } from './notes-conference'

type Props = { conference: NotesConference; agenda: Agenda | null; notes: readonly NoteInConference[] }

const DOTS = 'M5 12v.01M12 12v.01M19 12v.01'
const round = 'inline-flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-sunken'

/** What else there is to do with notes: their marks by one tap, taking them elsewhere by two. */
export function NotesMenu({ conference, agenda, notes }: Props) {
  const t = useTranslations('notes')
  return (
    <nav aria-label={t('title')} className="flex shrink-0">
      <a href={pageAddress(conference.slug, 'marks')} className={`${round} sm:w-auto sm:gap-2 sm:px-3`}>
        <MarkIcon kind="done" />
        <span className="sr-only sm:not-sr-only">{t('marks')}</span>
      </a>
      <details className="relative">
        <summary aria-label={t('more')} className={`${round} list-none [&::-webkit-details-marker]:hidden`}>
          <IconOfPath path={DOTS} />
        </summary>
        <div
          className={
            'absolute right-0 z-20 grid w-72 max-w-[85vw] gap-1 rounded-xl border border-line bg-raised p-3 shadow-lg'
          }
        >
          <a href="/settings/backup" className="flex min-h-11 items-center rounded-lg px-3 hover:bg-sunken">
            {t('backup')}
          </a>
          {notes.length > 0 ? <ExportItems conference={conference} agenda={agenda} notes={notes} /> : null}
        </div>
      </details>
    </nav>
  )
}
