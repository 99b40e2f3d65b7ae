import { useLocale, useTranslations } from 'next-intl'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { NotePhoto } from '@/lib/notes/device/photos/use-photos'

/** What a photo is called aloud: its caption, else when it was taken, on the clocks of its note. */
export function usePhotoName(
  { caption, takenAt }: Pick<NotePhoto, 'caption' | 'takenAt'>,
  { timeZone, namesZone }: Clocks,
): string {
  const t = useTranslations('notes.photos')
  const language = useLocale()
  return (
    settleBidi(caption ?? '') ||
    t('untitled', { time: sayWhen({ startAt: takenAt }, { timeZone, namesZone, language }) })
  )
}
