import type { PhotoRefusal } from '@/lib/notes/pictures/photo-limits'
import type { PictureType } from '@/lib/platform/pictures/picture-types'
import { byOrder, isEntryOf, type EntryOf, type OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { PulledPhoto } from '@/lib/notes/pictures/pulled-photo'
import type { ChangeRefusal } from '@/lib/sync/answers'
import { groupBy } from '@/lib/platform/collections/group-by'

/**
 * Photos on this device: pure, like the outbox. What is shown is what is known of each photo with the outbox laid over
 * it; what the server tells never takes a picture away that only this device has.
 */

/** A photo as this device holds it. */
export type PhotoRow = {
  id: string
  noteId: string
  conferenceId: string
  /** Taken by this person; another's is of a note that a group shares. */
  mine: boolean
  mediaType: PictureType
  width: number
  height: number
  bytes: number
  takenAt: string
  caption?: string
  /** By the server's clock: when that was last said. */
  updatedAt?: string
  /** The picture; not here until it is shown, when it was taken on another device. */
  blob?: Blob
  thumbnail?: Blob
  /** The server has the picture. */
  uploaded: boolean
  /** The server will not take the picture. */
  refused?: PhotoRefusal | 'NOT_FOUND' | 'BROKEN'
  /** So often the server broke over the picture, though it was well. */
  tries?: number
  deletedAt?: string
}

/** Where a photo is: on this device only, on the server, or not wanted there. */
export type PhotoState = 'here' | 'server' | 'refused'

export type ShownPhoto = PhotoRow & { state: PhotoState; why?: PhotoRefusal | ChangeRefusal }

/** A note's photos, in the order in which they were taken. */
export function shownPhotos(rows: readonly PhotoRow[], entries: readonly OutboxEntry[], noteId: string): ShownPhoto[] {
  return rows
    .map((row) => withOutbox(row, entries))
    .filter((photo) => photo.noteId === noteId && !photo.deletedAt)
    .sort(byTaken)
}

/** The photos of many notes, by note, each note's in the order in which they were taken. */
export function shownByNote(
  rows: readonly PhotoRow[],
  entries: readonly OutboxEntry[],
): ReadonlyMap<string, readonly ShownPhoto[]> {
  const shown = rows.map((row) => withOutbox(row, entries)).filter(({ deletedAt }) => !deletedAt)
  const byNote = groupBy(shown, ({ noteId }) => noteId)
  for (const photos of byNote.values()) photos.sort(byTaken)
  return byNote
}

/** The photo to send next: of this device's own, described to the server already, wanted still. */
export function nextUpload(rows: readonly PhotoRow[], entries: readonly OutboxEntry[]): PhotoRow | undefined {
  const unsaid = new Set(
    photoEntries(entries)
      .filter(({ doneBy }) => doneBy === undefined)
      .map(({ mutation }) => mutation.args.id),
  )
  return rows
    .filter(
      (row) =>
        row.mine &&
        row.blob &&
        !row.uploaded &&
        !row.refused &&
        !unsaid.has(row.id) &&
        !withOutbox(row, entries).deletedAt,
    )
    .sort((a, b) => a.takenAt.localeCompare(b.takenAt))[0]
}

/** The photos that are nowhere but on this device. */
export function countHere(rows: readonly PhotoRow[], entries: readonly OutboxEntry[]): number {
  return rows
    .map((row) => withOutbox(row, entries))
    .filter(({ mine, blob, uploaded, deletedAt }) => mine && blob && !uploaded && !deletedAt).length
}

export type PulledPhotos = { put: PhotoRow[]; remove: string[] }

/**
 * What a pull changes: rows to put and to remove. What it does not tell of (the picture itself) stays. Of others it
 * tells all that there is.
 */
export function takePulledPhotos(rows: readonly PhotoRow[], pulled: readonly PulledPhoto[], now: number): PulledPhotos {
  const known = new Map(rows.map((row) => [row.id, row]))
  const told = new Set(pulled.map(({ id }) => id))
  const put = pulled.flatMap((photo) => rowOf(photo, known.get(photo.id)) ?? [])
  return {
    put,
    remove: rows.filter((row) => !told.has(row.id) && (!row.mine || isForgotten(row, now))).map(({ id }) => id),
  }
}

function byTaken(a: PhotoRow, b: PhotoRow): number {
  return a.takenAt.localeCompare(b.takenAt) || a.id.localeCompare(b.id)
}

function rowOf(
  { noteId, conferenceId, caption, deletedAt, ...told }: PulledPhoto,
  row: PhotoRow | undefined,
): PhotoRow | null {
  // A note that is gone: it can still be removed where it is held.
  const [note, conference] = [noteId ?? row?.noteId, conferenceId ?? row?.conferenceId]
  if (!note || !conference || (deletedAt && !row)) return null
  const held = {
    ...(row?.blob && { blob: row.blob }),
    ...(row?.thumbnail && { thumbnail: row.thumbnail }),
    ...(row?.refused && !told.uploaded && { refused: row.refused }),
  }
  return {
    ...told,
    noteId: note,
    conferenceId: conference,
    ...(caption !== null && { caption }),
    ...(deletedAt !== null && { deletedAt }),
    ...held,
  }
}

// Until then a deleted photo comes back whole, also without a network.
const DELETED_KEPT_MS = 24 * 3_600_000

function isForgotten({ deletedAt }: PhotoRow, now: number): boolean {
  return deletedAt !== undefined && Date.parse(deletedAt) < now - DELETED_KEPT_MS
}

function withOutbox(row: PhotoRow, entries: readonly OutboxEntry[]): ShownPhoto {
  const shown: ShownPhoto = {
    ...row,
    state: row.refused ? 'refused' : row.uploaded ? 'server' : 'here',
    ...(row.refused && { why: row.refused }),
  }
  for (const { mutation, refused } of photoEntries(entries)) {
    if (mutation.args.id !== row.id) continue
    if (refused) Object.assign(shown, { state: 'refused', why: refused })
    else if (mutation.name === 'deletePhoto') shown.deletedAt = mutation.at
    else
      Object.assign(shown, {
        noteId: mutation.args.noteId,
        deletedAt: undefined,
        ...(mutation.args.caption !== undefined && { caption: mutation.args.caption || undefined }),
      })
  }
  return shown
}

function photoEntries(entries: readonly OutboxEntry[]): EntryOf<'setPhoto' | 'deletePhoto'>[] {
  return entries.flatMap((entry) => (isEntryOf(entry, 'setPhoto', 'deletePhoto') ? entry : [])).sort(byOrder)
}
