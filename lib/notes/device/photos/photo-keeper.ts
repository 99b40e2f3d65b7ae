import { liveQuery } from 'dexie'
import { makeId } from '@/lib/sync/client/store/make-id'
import { shownByNote, shownPhotos, type PhotoRow, type ShownPhoto } from './photo-rows'
import { drawThumbnail, type ScaledPhoto } from './photo-scale'
import { fetchPhoto } from './photo-transport'
import { isEntryOf } from '@/lib/sync/client/store/outbox'
import type { PersonStore } from '@/lib/sync/client/kind'
import type { MutationOf } from '@/lib/sync/mutation'

/** A photo that is to be kept: where, when, and what it is. */
export type NewPhoto = ScaledPhoto & {
  id: string
  noteId: string
  conferenceId: string
  takenAt: string
  caption?: string
}

export type PhotoKeeper = ReturnType<typeof openPhotos>

/**
 * What can be done with the photos of one store. Every write is on this device, together with its outbox entry, when it
 * resolves.
 * @param changed called after each: something may be sent now
 */
export function openPhotos(store: PersonStore, changed: () => void) {
  /** Calls back with a note's photos now and whenever they are others. @returns how to stop */
  function watch(noteId: string, tell: (photos: ShownPhoto[]) => void): () => void {
    const read = () =>
      store.dexie.transaction('r', store.photos, store.outbox, async () =>
        shownPhotos(await store.photos.where('noteId').equals(noteId).toArray(), await store.outbox.toArray(), noteId),
      )
    const watching = liveQuery(read).subscribe({ next: tell, error: () => tell([]) })
    return () => watching.unsubscribe()
  }

  /** Likewise with the photos of all notes, by note. @param conferenceId null: of all conferences */
  function watchAll(
    conferenceId: string | null,
    tell: (photos: ReadonlyMap<string, readonly ShownPhoto[]>) => void,
  ): () => void {
    const rows = () =>
      conferenceId === null ? store.photos.toArray() : store.photos.where('conferenceId').equals(conferenceId).toArray()
    const read = () =>
      store.dexie.transaction('r', store.photos, store.outbox, async () =>
        shownByNote(await rows(), await store.outbox.toArray()),
      )
    const watching = liveQuery(read).subscribe({ next: tell, error: () => tell(new Map()) })
    return () => watching.unsubscribe()
  }

  /** @throws what the browser throws when it has no room left; nothing is kept then */
  async function keep({ blob, thumbnail, ...photo }: NewPhoto): Promise<void> {
    const row: PhotoRow = { ...photo, mine: true, uploaded: false, bytes: blob.size, blob, thumbnail }
    await store.dexie.transaction('rw', store.photos, store.outbox, async () => {
      await store.photos.add(row)
      await store.outbox.add({ conferenceId: row.conferenceId, mutation: sayPhoto(row, row.caption) })
    })
    changed()
  }

  /**
   * Takes a photo in that was kept elsewhere (a backup), under its own id; one that is here stays as it is.
   * @returns whether it could be read
   */
  async function takeIn(photo: Omit<NewPhoto, 'thumbnail'>): Promise<boolean> {
    const thumbnail = await drawThumbnail(photo.blob)
    if (thumbnail && !(await store.photos.get(photo.id))) await keep({ ...photo, thumbnail })
    return thumbnail !== null
  }

  async function setCaption(id: string, text: string): Promise<void> {
    await say(id, (row) => sayPhoto(row, text))
  }

  async function remove(id: string): Promise<void> {
    await say(id, () => ({ ...stamp(), name: 'deletePhoto', args: { id } }))
  }

  /** Brings back what was removed, with what it said. */
  async function restore(id: string): Promise<void> {
    await say(id, (row) => sayPhoto(row))
  }

  /** Tries again what the server refused: its place in the note first, then the picture. */
  async function sendAgain(id: string): Promise<void> {
    await store.dexie.transaction('rw', store.photos, store.outbox, async () => {
      const refused = (await store.outbox.orderBy('order').toArray()).filter(
        (entry) =>
          entry.refused !== undefined && isEntryOf(entry, 'setPhoto', 'deletePhoto') && entry.mutation.args.id === id,
      )
      await store.outbox.bulkDelete(refused.map(({ order }) => order))
      await store.photos.update(id, { refused: undefined })
      const caption = refused
        .flatMap(({ mutation }) => (mutation.name === 'setPhoto' ? (mutation.args.caption ?? []) : []))
        .at(-1)
      const row = await store.photos.get(id)
      if (row) await store.outbox.add({ conferenceId: row.conferenceId, mutation: sayPhoto(row, caption) })
    })
    changed()
  }

  async function say(id: string, mutationOf: (row: PhotoRow) => MutationOf<'setPhoto' | 'deletePhoto'>): Promise<void> {
    await store.dexie.transaction('rw', store.photos, store.outbox, async () => {
      const row = await store.photos.get(id)
      if (row) await store.outbox.add({ conferenceId: row.conferenceId, mutation: mutationOf(row) })
    })
    changed()
  }

  /**
   * The picture: this device's own, else the server's, which is then this device's, too. Null when it cannot be had
   * now.
   */
  async function picture(id: string): Promise<Blob | null> {
    const row = await store.photos.get(id)
    if (!row || row.blob) return row?.blob ?? null
    const blob = await fetchPhoto(id)
    const thumbnail = blob && (await drawThumbnail(blob))
    // A full disk keeps it from being kept, not from being shown.
    if (blob && thumbnail) await store.photos.update(id, { blob, thumbnail }).catch(() => 0)
    return thumbnail ? blob : null
  }

  return { watch, watchAll, keep, takeIn, setCaption, remove, restore, sendAgain, picture }
}

/** @param caption absent: nothing is said of it */
function sayPhoto(
  { id, noteId, takenAt, mediaType, width, height }: PhotoRow,
  caption?: string,
): MutationOf<'setPhoto' | 'deletePhoto'> {
  return {
    ...stamp(),
    name: 'setPhoto',
    args: { id, noteId, takenAt, mediaType, width, height, ...(caption !== undefined && { caption }) },
  }
}

function stamp() {
  return { id: makeId(), at: new Date().toISOString() }
}
