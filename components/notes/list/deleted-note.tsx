import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { focusHeading } from '@/components/ui/focus-on'
import { Notice } from '@/components/ui/notice'
import { sayDay } from '@/lib/i18n/dates'
import type { Note } from '@/lib/notes/schema'
import { addDays, dateOn } from '@/lib/platform/time'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { noteActions } from '@/lib/notes/device/note-actions'

const KEPT_DAYS = 30

const StillPublic = dynamic(
  () => keepTrying(() => import('../photos/still-public')).then((module) => module.StillPublic),
  { ssr: false },
)

/** A note that was deleted, by whomever, and the way back while there is one. */
export function DeletedNote({ note, timeZone }: { note: Note; timeZone: string }) {
  const t = useTranslations('notes')
  const language = useLocale()
  const day = dateOn(new Date(note.deletedAt ?? note.updatedAt), timeZone)
  const words = { day: sayDay(day, language), until: sayDay(addDays(day, KEPT_DAYS), language) }
  return (
    <Notice live>
      <p>{t(note.groupId ? 'deletedInGroup' : 'deletedOn', words)}</p>
      <p>
        <Button
          onClick={({ currentTarget }) => {
            focusHeading(currentTarget)
            void noteActions().restore(note.id)
          }}
        >
          {t('bin.restore')}
        </Button>
      </p>
    </Notice>
  )
}

/** Says that a note was deleted on this screen. What deleted it is gone: the focus comes to what takes that back. */
export function JustDeletedNote({ id, onUndo }: { id: string; onUndo: () => void }) {
  const t = useTranslations('notes')
  return (
    <Notice live>
      <p>{t('deleted')}</p>
      <p>
        <Button
          autoFocus
          onClick={({ currentTarget }) => {
            focusHeading(currentTarget)
            onUndo()
          }}
        >
          {t('undo')}
        </Button>
      </p>
      <StillPublic what="note" id={id} />
    </Notice>
  )
}
