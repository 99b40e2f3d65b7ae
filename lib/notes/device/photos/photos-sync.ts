import * as z from 'zod/mini'
import type { GuestRows, KindSync } from '@/lib/sync/client/kind'
import { MOST_BROKEN_TRIES } from '@/lib/sync/client/exchange/send-apart'
import { howOf, saidAgain, type Again } from '@/lib/sync/client/store/say-again'
import type { PersonStore } from '@/lib/sync/client/kind'
import { aboutPhoto } from '../../pictures/about-photo'
import { pulledPhotoSchema, type PulledPhotoRow } from '../pulled'
import { takePulledPhotos, type PhotoRow } from './photo-rows'
import { keepUploading } from './photo-uploads'

/** How photos are kept in step with the server; the pictures go beside the changes. */
export const photosSync: KindSync = {
  rows: z.array(pulledPhotoSchema),
  about: (mutation) => (mutation.name === 'setPhoto' ? aboutPhoto(mutation.args) : null),
  async take(store, { photos }, _unshown, now) {
    const { put, remove } = takePulledPhotos(await store.photos.toArray(), photos, now.getTime())
    await store.photos.bulkPut(put)
    await store.photos.bulkDelete(remove)
  },
  async again(store, { photos }, { isSure }, now) {
    const [held, told] = [await store.photos.toArray(), new Map(photos.map((photo) => [photo.id, photo]))]
    // Pictures, too.
    await store.photos.bulkPut(
      held
        .filter(({ id, mine, uploaded }) => mine && uploaded && !told.has(id))
        .map((row) => ({ ...row, uploaded: false })),
    )
    const again = held
      .filter(({ mine, deletedAt }) => mine && !deletedAt)
      .flatMap((row) => photoAgain(row, told.get(row.id)))
    return saidAgain(again, isSure, now)
  },
  beside: keepUploading,
  async anotherTry(store) {
    await store.photos
      .filter(({ refused }) => refused === 'BROKEN')
      .modify({ refused: undefined, tries: MOST_BROKEN_TRIES - 1 })
  },
  handOver: {
    rows: guestPhotos,
    renamed(mutation, own) {
      if (mutation.name === 'deletePhoto') return { ...mutation, args: { id: own(mutation.args.id) } }
      if (mutation.name !== 'setPhoto') return null
      return { ...mutation, args: { ...mutation.args, id: own(mutation.args.id), noteId: own(mutation.args.noteId) } }
    },
  },
}

function photoAgain(
  { id, noteId, conferenceId, takenAt, mediaType, width, height, caption, updatedAt }: PhotoRow,
  told: PulledPhotoRow | undefined,
): Again[] {
  const asOf = howOf(updatedAt, told, false)?.asOf
  const isOther =
    !told ||
    (asOf !== undefined &&
      (told.deletedAt !== null || told.noteId !== noteId || (told.caption ?? undefined) !== caption))
  const args = { id, noteId, takenAt, mediaType, width, height, caption: caption ?? '', ...(asOf && { asOf }) }
  return isOther ? [{ conferenceId, name: 'setPhoto', args }] : []
}

async function guestPhotos(guest: PersonStore): Promise<GuestRows> {
  const rows = await guest.photos.toArray()
  return {
    prepare: () => Promise.resolve(),
    async give(person, own) {
      for (const photo of rows.map((row) => ({ ...row, id: own(row.id), noteId: own(row.noteId) })))
        if (!(await person.photos.get(photo.id))) await person.photos.add(photo)
    },
    clear: (since) => guest.photos.bulkDelete(rows.map(({ id }) => id).filter((id) => !since.has(id))),
  }
}
