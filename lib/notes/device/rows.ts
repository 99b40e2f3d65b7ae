import type { Table } from 'dexie'
import type { DeletePhoto, SetPhoto } from '../pictures/photo-schema'
import type { DeleteNote, EditNote, Note, RestoreNote } from '../schema'
import type { PhotoRow } from './photos/photo-rows'
import type { PulledNote, PulledPhotoRow } from './pulled'

/**
 * A note as this device holds it: what was typed here is in its text and state at once; `deletedAt` is the server's.
 */
export type NoteRow = Note & {
  /** The Yjs document. */ state: Uint8Array
  /** What the server said it holds of it (lib/notes/confirmed.ts); absent: nothing yet. */ confirmed?: Uint8Array
}

declare module '@/lib/sync/mutation' {
  interface Changes {
    editNote: EditNote
    deleteNote: DeleteNote
    restoreNote: RestoreNote
    setPhoto: SetPhoto
    deletePhoto: DeletePhoto
  }
}

declare module '@/lib/sync/answers' {
  interface PulledRows {
    notes: PulledNote[]
    photos: PulledPhotoRow[]
  }
}

declare module '@/lib/sync/client/kind' {
  interface Tables {
    notes: Table<NoteRow, string>
    photos: Table<PhotoRow, string>
  }
}

declare module '@/lib/sync/client/exchange/known-state' {
  interface Shown {
    /** All of them, deleted ones too; absent until somebody asks for notes. */
    notes: readonly Note[]
    notesReady: boolean
  }
}
