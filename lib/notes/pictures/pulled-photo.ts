import type { PictureType } from '@/lib/platform/pictures/picture-types'

/** A photo as devices hear of it. What a browser reads it by: lib/notes/device/pulled.ts. */
export type PulledPhoto = {
  id: string
  /** Null: its note is gone. */
  noteId: string | null
  conferenceId: string | null
  /** Taken by whoever asks; another's is in a note that a group shares. */
  mine: boolean
  mediaType: PictureType
  bytes: number
  width: number
  height: number
  takenAt: string
  caption: string | null
  /** False: the picture is still on the device that took it. */
  uploaded: boolean
  /** When it was last said what it shows; absent: before that was kept. */
  updatedAt?: string | undefined
  deletedAt: string | null
}
