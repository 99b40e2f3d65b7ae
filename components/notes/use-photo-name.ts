import { useFormatter, useTranslations } from 'next-intl'
import type { NotePhoto } from '@/lib/sync/client/use-photos'

/** What a photo is called aloud: its caption, else when it was taken, on this device's clock. */
export function usePhotoName({ caption, takenAt }: Pick<NotePhoto, 'caption' | 'takenAt'>): string {
  const t = useTranslations('notes.photos')
  const format = useFormatter()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return caption || t('untitled', { time: format.dateTime(new Date(takenAt), { hour: '2-digit', minute: '2-digit', hour12: false, timeZone }) })
}
