import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { focusHeading } from '@/components/ui/focus-on'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { UnkeptPhotoFile } from '@/lib/notes/device/photos/use-photos'
import { LocalPicture } from './local-picture'

/** A photo for which this device has no room: kept in the page until the person has saved it elsewhere or made room. */
export function UnkeptPhoto({
  photo,
  onRetry,
  onDiscard,
}: {
  photo: UnkeptPhotoFile
  onRetry: () => void
  onDiscard: () => void
}) {
  const t = useTranslations('notes.photos')
  const taking = (away: () => void) => (event: MouseEvent) => {
    focusHeading(event.currentTarget)
    away()
  }
  return (
    <Notice tone="danger" live>
      <p>{t('unkept', { name: isolated(photo.name) })}</p>
      <LocalPicture src={photo.url} alt="" className="h-28 w-36 rounded-lg object-cover" />
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={photo.url} download={photo.name}>
          {t('save')}
        </ButtonLink>
        <Button onClick={taking(onRetry)}>{t('retry')}</Button>
        <Button onClick={taking(onDiscard)}>{t('dismiss')}</Button>
      </div>
    </Notice>
  )
}
