import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { Clocks } from '@/lib/i18n/dates'
import { MOST_CAPTION } from '@/lib/notes/pictures/photo-limits'
import { shorten } from '@/lib/platform/clean-text'
import { usePicture, type NotePhoto } from '@/lib/notes/device/photos/use-photos'
import { LocalPicture } from './local-picture'
import { usePhotoName } from './use-photo-name'

type Props = {
  photo: NotePhoto
  clocks: Clocks
  onCaption: (text: string) => void
  onRemove: () => void
  onAgain: () => void
  onClose: () => void
}

/** One photo, as large as the screen, with what it shows in words. Escape closes it and keeps what was typed. */
export function PhotoView({ photo, clocks, onCaption, onRemove, onAgain, onClose }: Props) {
  const t = useTranslations('notes.photos')
  const name = usePhotoName(photo, clocks)
  const dialog = useRef<HTMLDialogElement>(null)
  const [caption, setCaption] = useState(photo.caption ?? '')
  const picture = usePicture(photo.id)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const keep = () => {
    // What is too long was said to be.
    const fitting = shorten(caption.trim(), MOST_CAPTION)
    if (fitting !== (photo.caption ?? '')) onCaption(fitting)
  }
  const close = () => {
    keep()
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      aria-label={name}
      onClose={close}
      className={
        'm-auto grid max-h-dvh w-full max-w-5xl content-start gap-4 overflow-auto rounded-xl bg-raised p-4 ' +
        'text-ink backdrop:bg-black/60'
      }
    >
      {picture.url ? (
        <LocalPicture
          src={picture.url}
          alt={name}
          width={photo.width}
          height={photo.height}
          className="mx-auto h-auto max-h-[70dvh] w-auto max-w-full object-contain"
        />
      ) : null}
      {picture.url ? null : <Notice live>{picture.failed ? t('away') : t('loading')}</Notice>}
      <p className="text-sm text-muted">{t(`state.${photo.state}`)}</p>
      {photo.why ? <Notice tone="warning">{t(`refusal.${photo.why}`)}</Notice> : null}
      {photo.mine ? (
        <Field
          label={t('caption')}
          value={caption}
          maxLength={MOST_CAPTION}
          onChange={(event) => setCaption(event.target.value)}
          onBlur={keep}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={() => dialog.current?.close()}>
          {t('close')}
        </Button>
        {photo.why && photo.mine ? <Button onClick={onAgain}>{t('again')}</Button> : null}
        {photo.mine ? (
          <Button variant="danger" onClick={onRemove}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </dialog>
  )
}
