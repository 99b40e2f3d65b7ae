import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { RecapDraft } from '@/lib/recaps/draft'
import { photoIdsOf } from '@/lib/recaps/text-links'

export type OwnPhoto = { id: string; caption: string | null; width: number; height: number }
type Props = {
  photos: readonly OwnPhoto[]
  draft: RecapDraft
  onPlace: (photo: OwnPhoto) => void
  onCover: (id: string | null) => void
  onClose: () => void
}

/** My photos of the conference: each can be put into the text, where its caption is written, or on top of all. */
export function PhotoSheet({ photos, draft, onPlace, onCover, onClose }: Props) {
  const t = useTranslations('recaps')
  const [placed, { coverId }] = [new Set(photoIdsOf(draft.text)), draft]
  return (
    <Dialog title={t('photos', { count: photos.length })} closeName={t('close')} onClose={onClose}>
      <p className="text-sm text-muted">{t('photosHint')}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3 py-2">
        {photos.map((photo, index) => {
          const name = photo.caption || t('photoNumber', { number: index + 1 })
          return (
            <li key={photo.id} className="grid content-start gap-2">
              {/* My own picture from this server: nothing to make smaller on the way. */}
              {/* oxlint-disable-next-line nextjs/no-img-element */}
              <img
                src={`/api/v1/photos/${photo.id}`}
                alt={name}
                width={photo.width}
                height={photo.height}
                loading="lazy"
                className="aspect-4/3 w-full rounded-lg object-cover"
              />
              <Button aria-label={t('placePhoto', { name })} onClick={() => onPlace(photo)}>
                {t(placed.has(photo.id) ? 'placeAgain' : 'placeHere')}
              </Button>
              <Button
                aria-pressed={coverId === photo.id}
                aria-label={t('coverPhoto', { name })}
                onClick={() => onCover(coverId === photo.id ? null : photo.id)}
              >
                {t(coverId === photo.id ? 'isCover' : 'asCover')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
