import { useLocale, useTranslations } from 'next-intl'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { NotePhoto } from '@/lib/notes/device/photos/use-photos'

/** What photos are called aloud: by their caption, else by when they were taken, on the clocks of their note. */
export function usePhotoNames({
  timeZone,
  namesZone,
}: Clocks): (photo: Pick<NotePhoto, 'caption' | 'takenAt'>) => string {
  const t = useTranslations('notes.photos')
  const language = useLocale()
  return ({ caption, takenAt }) =>
    settleBidi(caption ?? '') ||
    t('untitled', { time: sayWhen({ startAt: takenAt }, { timeZone, namesZone, language }) })
}
