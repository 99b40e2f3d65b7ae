import { useLocale, useTranslations } from 'next-intl'
import { ownZone, sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { NotePhoto } from '@/lib/sync/client/use-photos'

/** What a photo is called aloud: its caption, else when it was taken, on this device's clock. */
export function usePhotoName({ caption, takenAt }: Pick<NotePhoto, 'caption' | 'takenAt'>): string {
  const t = useTranslations('notes.photos')
  const language = useLocale()
  return (
    settleBidi(caption ?? '') ||
    t('untitled', { time: sayWhen({ startAt: takenAt }, { timeZone: ownZone(), language }) })
  )
}
