import { useEffect, useState } from 'react'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { makeId } from '@/lib/sync/client/store/make-id'
import { photosHere } from '../note-ways'
import type { PhotoKeeper } from './photo-keeper'
import type { ShownPhoto } from './photo-rows'
import { useLeaveWarning } from '../use-leave-warning'
import { useObjectUrls } from './use-object-urls'

/** A photo as a screen shows it; its picture at full size comes from `openPictures`. */
export type NotePhoto = Omit<ShownPhoto, 'blob' | 'thumbnail'> & {
  /** Of the small one; undefined while neither is on this device. */ thumbnailUrl?: string
}
/** A photo that this device had no room for, as long as the page is open. */
export type UnkeptPhotoFile = { id: string; name: string; url: string }
export type PhotoProblem = { name: string; reason: 'notAPicture' | 'tooLarge' }

type Taken = { name: string; takenAt: string }
type Unkept = Taken & { id: string; blob: Blob }
type Where = {
  conferenceId: string
  /** Makes the note if there is none. @returns its id */ ensureNote: () => Promise<string>
}

const none: readonly ShownPhoto[] = []
const FETCH_AFTER_MS = 1_000

const scaling = () => keepTrying(() => import('./photo-scale'))

/**
 * A note's photos, from this device's own store, and what can be done with them. What was added is on this device when
 * `add` resolves, or named in `problems` or `unkept`.
 */
export function usePhotos(noteId: string | null, { conferenceId, ensureNote }: Where) {
  const photos = useShownPhotos(noteId)
  const [adding, setAdding] = useState(0)
  const [problems, setProblems] = useState<readonly PhotoProblem[]>([])
  const [unkept, setUnkept] = useState<readonly Unkept[]>([])
  const thumbnailUrl = useObjectUrls(photos.map(({ id, thumbnail, blob }) => ({ id, blob: thumbnail ?? blob })))
  const unkeptUrl = useObjectUrls(unkept)

  useLeaveWarning(unkept.length > 0 || adding > 0)
  // There before the network is gone: until it is, a photo is in this page's memory only.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([scaling(), photosHere()]).catch(() => undefined), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const addOne = async (file: Blob, { name, takenAt }: Taken): Promise<void> => {
    const { scalePhoto } = await scaling()
    const scaled = await scalePhoto(file)
    if (!scaled.ok) return setProblems((known) => [...known, { name, reason: scaled.reason }])
    try {
      const keeper = await photosHere()
      await keeper.keep({ ...scaled.photo, id: makeId(), noteId: await ensureNote(), conferenceId, takenAt })
    } catch {
      // No room, or no store at all: it must not be gone with the file that the camera handed over.
      setUnkept((known) => [
        ...known,
        { id: makeId(), name: named(name, scaled.photo.blob), takenAt, blob: scaled.photo.blob },
      ])
    }
  }

  const add = async (files: readonly File[]): Promise<void> => {
    setProblems([])
    setAdding((count) => count + 1)
    // One after the other: unfolded, each takes as much memory as a phone has to give.
    for (const file of files)
      await addOne(file, { name: file.name, takenAt: new Date(file.lastModified).toISOString() })
    setAdding((count) => count - 1)
  }

  const keepAgain = async (id: string): Promise<void> => {
    const photo = unkept.find((each) => each.id === id)
    setUnkept((known) => known.filter((each) => each.id !== id))
    if (photo) await addOne(photo.blob, photo)
  }

  return {
    photos: photos.map(({ blob: _, thumbnail: __, ...photo }): NotePhoto => ({
      ...photo,
      thumbnailUrl: thumbnailUrl(photo.id),
    })),
    /** Some are being scaled and stored. */
    adding: adding > 0,
    problems,
    unkept: unkept.map(({ id, name }): UnkeptPhotoFile => ({ id, name, url: unkeptUrl(id) ?? '' })),
    add,
    keepAgain,
    discard: (id: string) => setUnkept((known) => known.filter((each) => each.id !== id)),
    setCaption: async (id: string, text: string) => (await photosHere()).setCaption(id, text),
    remove: async (id: string) => (await photosHere()).remove(id),
    restore: async (id: string) => (await photosHere()).restore(id),
    sendAgain: async (id: string) => (await photosHere()).sendAgain(id),
  }
}

function useShownPhotos(noteId: string | null): readonly ShownPhoto[] {
  const [shown, setShown] = useState<{ noteId: string | null; photos: readonly ShownPhoto[] }>({ noteId, photos: none })
  useEffect(() => {
    if (!noteId) return
    const gone = new AbortController()
    void photosHere().then(
      (keeper) => {
        if (gone.signal.aborted) return
        const fetcher = fetchMissing(keeper)
        const stop = keeper.watch(noteId, (photos) => {
          setShown({ noteId, photos })
          fetcher.see(photos)
        })
        gone.signal.addEventListener('abort', stop)
        addEventListener('online', fetcher.again, gone)
      },
      () => undefined,
    )
    return () => gone.abort()
  }, [noteId])
  return shown.noteId === noteId ? shown.photos : none
}

/**
 * Brings the pictures of shown photos that are on the server only, one after the other; what fails is asked for again
 * when the network is back.
 */
function fetchMissing(keeper: PhotoKeeper): { see(photos: readonly ShownPhoto[]): void; again(): void } {
  const asked = new Set<string>()
  let seen: readonly ShownPhoto[] = none
  let last = Promise.resolve<unknown>(null)
  const ask = () => {
    for (const { id, blob, uploaded } of seen) {
      if (blob || !uploaded || asked.has(id)) continue
      asked.add(id)
      last = last.then(() => keeper.picture(id))
    }
  }
  return {
    see(photos) {
      seen = photos
      ask()
    },
    again() {
      asked.clear()
      ask()
    },
  }
}

/** A file's name with the ending of what it has become. */
function named(name: string, { type }: Blob): string {
  return `${name.replace(/\.[^.]*$/, '')}.${type.replace('image/', '').replace('jpeg', 'jpg')}`
}
