import { useEffect, useMemo, useState } from 'react'
import { photosHere } from '../note-ways'
import type { ShownPhoto } from './photo-rows'
import { useObjectUrls } from './use-object-urls'

/** A small picture in a list of notes; no address: it is not on this device. */
type ListedPhoto = { id: string; url: string | undefined }
/** How many photos a note has, the first of them, and what they are said to show. */
export type ListedPhotos = { count: number; first: readonly ListedPhoto[]; captions: readonly string[] }

const MOST_SHOWN = 3
const none: ReadonlyMap<string, readonly ShownPhoto[]> = new Map()

/**
 * The photos of a list's notes by note, from this device's own store; what is not there is not fetched for a list.
 * @param conferenceId null: of all conferences
 * @param wanted there are notes
 */
export function useListPhotos(conferenceId: string | null, wanted: boolean): ReadonlyMap<string, ListedPhotos> {
  const byNote = useShownByNote(conferenceId, wanted)
  const first = useMemo(() => [...byNote.values()].flatMap((photos) => photos.slice(0, MOST_SHOWN)), [byNote])
  const urlOf = useObjectUrls(first.map(({ id, thumbnail, blob }) => ({ id, blob: thumbnail ?? blob })))
  return useMemo(
    () =>
      new Map(
        [...byNote].map(([noteId, photos]) => [
          noteId,
          {
            count: photos.length,
            first: photos.slice(0, MOST_SHOWN).map(({ id }) => ({ id, url: urlOf(id) })),
            captions: captionsOf(photos),
          },
        ]),
      ),
    [byNote, urlOf],
  )
}

/** What the photos of a conference's notes are said to show, by note. @param wanted there are notes */
export function useCaptions(conferenceId: string, wanted: boolean): ReadonlyMap<string, readonly string[]> {
  const byNote = useShownByNote(conferenceId, wanted)
  return useMemo(() => new Map([...byNote].map(([noteId, photos]) => [noteId, captionsOf(photos)])), [byNote])
}

function captionsOf(photos: readonly ShownPhoto[]): string[] {
  return photos.flatMap(({ caption }) => caption ?? [])
}

function useShownByNote(conferenceId: string | null, wanted: boolean): ReadonlyMap<string, readonly ShownPhoto[]> {
  const [byNote, setByNote] = useState(none)
  useEffect(() => {
    if (!wanted) return
    const gone = new AbortController()
    void photosHere().then(
      (keeper) => {
        if (!gone.signal.aborted) gone.signal.addEventListener('abort', keeper.watchAll(conferenceId, setByNote))
      },
      () => undefined,
    )
    return () => gone.abort()
  }, [conferenceId, wanted])
  return byNote
}
