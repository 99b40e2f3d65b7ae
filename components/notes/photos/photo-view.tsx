import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useBackToClose } from '@/components/ui/use-back-to-close'
import type { Clocks } from '@/lib/i18n/dates'
import { MOST_CAPTION } from '@/lib/notes/pictures/photo-limits'
import { shorten } from '@/lib/platform/clean-text'
import type { NotePhoto } from '@/lib/notes/device/photos/use-photos'
import { PhotoStage, type Stage } from './photo-stage'
import { usePhotoNames } from './use-photo-names'

type Props = {
  photos: readonly NotePhoto[]
  /** The one in sight. */ photo: NotePhoto
  clocks: Clocks
  onTurn: (id: string) => void
  onCaption: (id: string, text: string) => void
  onRemove: () => void
  onAgain: () => void
  onClose: () => void
}

/**
 * Photos over everything else, as large as the screen, with what each shows in words. Escape, the way back and a swipe
 * down close it and keep what was typed.
 */
export function PhotoView({ photos, photo, clocks, onTurn, onCaption, onRemove, onAgain, onClose }: Props) {
  const t = useTranslations('notes.photos')
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<Stage>(null)
  const nameOf = usePhotoNames(clocks)
  const [firstId] = useState(photo.id)
  const close = () => dialog.current?.close()
  useBackToClose(close)
  // Before the stage asks how much room it has.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    if (event.key === 'ArrowRight') stage.current?.turn(1)
    else if (event.key === 'ArrowLeft') stage.current?.turn(-1)
    else if (event.key === '+') stage.current?.zoom(LARGER)
    else if (event.key === '-') stage.current?.zoom(1 / LARGER)
  }

  return (
    <dialog
      ref={dialog}
      aria-label={nameOf(photo)}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none bg-black text-ink open:flex open:flex-col"
    >
      <div className="order-last grid gap-2 bg-ground px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] pt-2">
        <div className="mx-auto grid w-full max-w-3xl gap-2">
          <div className="flex flex-wrap items-center justify-between gap-x-2">
            <Button variant="primary" onClick={close}>
              {t('close')}
            </Button>
            {photo.why && photo.mine ? <Button onClick={onAgain}>{t('again')}</Button> : null}
            <p className="order-last basis-full pt-1 text-sm text-muted">{t(`state.${photo.state}`)}</p>
            {photo.mine ? (
              <Button variant="danger" onClick={onRemove}>
                {t('remove')}
              </Button>
            ) : null}
          </div>
          {photo.why ? <Notice tone="warning">{t(`refusal.${photo.why}`)}</Notice> : null}
          {photo.mine ? <Caption key={photo.id} photo={photo} onCaption={onCaption} /> : null}
        </div>
      </div>
      <PhotoStage photos={photos} firstId={firstId} nameOf={nameOf} stage={stage} onTurn={onTurn} onClose={close} />
    </dialog>
  )
}

const LARGER = 1.5

/** What a photo shows, in words; kept when one leaves the field, the photo, or all of them. */
function Caption({ photo, onCaption }: { photo: NotePhoto; onCaption: Props['onCaption'] }) {
  const t = useTranslations('notes.photos')
  const [caption, setCaption] = useState(photo.caption ?? '')
  const said = useRef(photo.caption ?? '')
  const keep = () => {
    // What is too long was said to be.
    const fitting = shorten(caption.trim(), MOST_CAPTION)
    if (fitting === said.current) return
    said.current = fitting
    onCaption(photo.id, fitting)
  }
  const keeping = useRef(keep)
  useEffect(() => {
    keeping.current = keep
  })
  useEffect(() => () => keeping.current(), [])
  return (
    <Field
      label={t('caption')}
      value={caption}
      maxLength={MOST_CAPTION}
      onChange={(event) => setCaption(event.target.value)}
      onBlur={keep}
    />
  )
}
