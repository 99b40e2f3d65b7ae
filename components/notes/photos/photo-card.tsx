import { useTranslations } from 'next-intl'
import type { Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { NotePhoto } from '@/lib/notes/device/photos/use-photos'
import { LocalPicture } from './local-picture'
import { usePhotoNames } from './use-photo-names'

type Props = {
  photo: NotePhoto
  clocks: Clocks
  /** It comes back, and what brought it back is gone. */ autoFocus: boolean
  onOpen: () => void
}

/** One photo of the strip: small, with its caption and where it is. */
export function PhotoCard({ photo, clocks, autoFocus, onOpen }: Props) {
  const t = useTranslations('notes.photos')
  const name = usePhotoNames(clocks)(photo)
  return (
    <li className="grid w-36 shrink-0 content-start gap-1">
      <button
        type="button"
        autoFocus={autoFocus}
        onClick={onOpen}
        aria-label={t('open', { name })}
        className="grid h-28 w-36 place-items-center overflow-hidden rounded-lg border border-line bg-sunken"
      >
        {photo.thumbnailUrl ? (
          <LocalPicture src={photo.thumbnailUrl} alt="" className="size-full object-cover" />
        ) : (
          <span className="p-2 text-sm text-muted">{t('away')}</span>
        )}
      </button>
      {photo.caption ? (
        <span dir="auto" className="truncate text-sm">
          {settleBidi(photo.caption)}
        </span>
      ) : null}
      <span className={`text-sm ${photo.state === 'refused' ? 'text-danger' : 'text-muted'}`}>
        {t(`state.${photo.state}`)}
      </span>
    </li>
  )
}
