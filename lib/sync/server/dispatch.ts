import type { Prisma } from '@/generated/prisma/client'
import { deleteNote, editNote, restoreNote } from '@/lib/notes/server/mutations'
import { deletePhoto, setPhoto } from '@/lib/notes/server/photo-mutations'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { acknowledgeChanges, dropBlock, dropPick, setAttendance, setBlock } from '@/lib/planning/server/mutations'
import type { Mutation } from '../protocol'

/** Picks come in dozens, and are written together (setPicks). */
export type SingleMutation = Exclude<Mutation, { name: 'setPick' }>

/**
 * Runs one mutation of a person whose lock is held.
 * @returns BASE_MISSING for an edit that waits for the whole of its note
 * @throws {AppError} before anything is written, when it is refused
 */
export function dispatch(
  tx: Prisma.TransactionClient,
  user: UserViewer,
  { name, args }: SingleMutation,
  now: Date,
): Promise<void | 'done' | 'BASE_MISSING'> {
  switch (name) {
    case 'dropPick':
      return dropPick(tx, user.id, args, now)
    case 'setBlock':
      return setBlock(tx, user, args, now)
    case 'dropBlock':
      return dropBlock(tx, user.id, args, now)
    case 'setAttendance':
      return setAttendance(tx, user, args, now)
    case 'editNote':
      return editNote(tx, user, args, now)
    case 'deleteNote':
      return deleteNote(tx, user.id, args, now)
    case 'restoreNote':
      return restoreNote(tx, user.id, args, now)
    case 'acknowledgeChanges':
      return acknowledgeChanges(tx, user, args, now)
    case 'setPhoto':
      return setPhoto(tx, user.id, args, now)
    case 'deletePhoto':
      return deletePhoto(tx, user.id, args, now)
  }
}
