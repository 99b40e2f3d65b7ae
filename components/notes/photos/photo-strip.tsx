'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { usePhotos } from '@/lib/notes/device/photos/use-photos'
import type { NotesConference } from '../list/notes-conference'
import { PhotoButtons } from './photo-buttons'
import { PhotoCard } from './photo-card'
import { UnkeptPhoto } from './unkept-photo'

const PhotoView = dynamic(() => keepTrying(() => import('./photo-view')).then((module) => module.PhotoView), {
  ssr: false,
})

const StillPublic = dynamic(() => keepTrying(() => import('./still-public')).then((module) => module.StillPublic), {
  ssr: false,
})

type Props = {
  /** Null: the note is not written yet. */
  noteId: string | null
  conference: NotesConference
  /** The id of the field that takes a photo. */ photoField: string
  /** Makes the note if it is not there. @returns its id */
  ensureNote: () => Promise<string>
}

/**
 * A note's photos: take or choose, see them large, say what they show, remove and bring back. All of it on this device
 * first.
 */
export function PhotoStrip({ noteId, conference, photoField, ensureNote }: Props) {
  const t = useTranslations('notes.photos')
  const { photos, add, adding, problems, unkept, keepAgain, discard, setCaption, remove, restore, sendAgain } =
    usePhotos(noteId, { conferenceId: conference.id, ensureNote })
  const [openId, setOpenId] = useState<string | null>(null)
  const [removed, setRemoved] = useState<string | null>(null)
  const [restored, setRestored] = useState<string | null>(null)
  const open = photos.find(({ id }) => id === openId)

  const onRemove = (id: string) => {
    setOpenId(null)
    setRemoved(id)
    setRestored(null)
    void remove(id)
  }
  const undo = () => {
    if (removed) void restore(removed)
    setRestored(removed)
    setRemoved(null)
  }

  return (
    <section aria-label={t('title')} className="grid gap-3">
      <PhotoButtons takeField={photoField} onFiles={(files) => void add(files)} />
      <p role="status" className="text-sm text-muted empty:hidden">
        {adding ? t('adding') : ''}
      </p>
      {problems.map(({ name, reason }) => (
        <Notice key={name} tone="warning" live>
          {t(`problem.${reason}`, { name: isolated(name) })}
        </Notice>
      ))}
      {unkept.map((photo) => (
        <UnkeptPhoto
          key={photo.id}
          photo={photo}
          onRetry={() => void keepAgain(photo.id)}
          onDiscard={() => discard(photo.id)}
        />
      ))}
      {removed ? (
        <div key={removed} role="status" className="flex flex-wrap items-center gap-3">
          <span>{t('removed')}</span>
          <Button autoFocus onClick={undo}>
            {t('undo')}
          </Button>
          <StillPublic what="photo" id={removed} />
        </div>
      ) : null}
      {photos.length > 0 ? (
        <ul className="-mx-1.5 flex gap-3 overflow-x-auto p-1.5 pb-2">
          {photos.map((photo) => (
            <PhotoCard
              key={photo.id}
              photo={photo}
              clocks={conference}
              autoFocus={photo.id === restored}
              onOpen={() => setOpenId(photo.id)}
            />
          ))}
        </ul>
      ) : null}
      {open ? (
        <PhotoView
          photos={photos}
          photo={open}
          clocks={conference}
          onTurn={setOpenId}
          onCaption={(id, text) => void setCaption(id, text)}
          onRemove={() => onRemove(open.id)}
          onAgain={() => void sendAgain(open.id)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </section>
  )
}
