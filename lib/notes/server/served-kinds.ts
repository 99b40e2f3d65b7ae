import { Prisma } from '@/generated/prisma/client'
import { handler, hasNewer, servedKind } from '@/lib/sync/server/served-kind'
import { aboutPhoto } from '../pictures/about-photo'
import { deletePhotoSchema, setPhotoSchema } from '../pictures/photo-schema'
import { deleteNoteSchema, editNoteSchema, restoreNoteSchema } from '../schema'
import { deleteNote, editNote, restoreNote } from './mutations'
import { lockGroupsOf } from './note-readers'
import { deletePhoto, setPhoto } from './photo-mutations'
import { listPhotos } from './photo-queries'
import { listNotes } from './queries'

/** What a person writes and photographs, as devices change it and hear of it. */

const [newNotes, newShares, newPhotos] = [hasNewer('Note'), hasNewer('NoteShare'), hasNewer('Photo')]

export const servedNotes = servedKind({
  name: 'notes',
  hasNews: (userId, after) => Prisma.sql`${newNotes(userId, after)} OR ${newShares(userId, after)}`,
  list: listNotes,
  lockShared: (tx, { ids, groupIds }) => lockGroupsOf(tx, { noteIds: ids, groupIds }),
  changes: [
    handler({
      name: 'editNote',
      args: editNoteSchema,
      about: ({ id }) => [id],
      shared: ({ id, groupId }) => ({ ids: [id], groupIds: groupId ? [groupId] : [] }),
      run: editNote,
    }),
    handler({
      name: 'deleteNote',
      args: deleteNoteSchema,
      about: ({ id }) => [id],
      shared: ({ id }) => ({ ids: [id], groupIds: [] }),
      run: (tx, user, args, now) => deleteNote(tx, user.id, args, now),
    }),
    handler({
      name: 'restoreNote',
      args: restoreNoteSchema,
      about: ({ id }) => [id],
      shared: ({ id }) => ({ ids: [id], groupIds: [] }),
      run: (tx, user, args, now) => restoreNote(tx, user.id, args, now),
    }),
  ],
})

export const servedPhotos = servedKind({
  name: 'photos',
  // Those of others in a group's notes are told each time.
  hasNews: (userId, after) =>
    Prisma.sql`${newPhotos(userId, after)} OR EXISTS (SELECT FROM "GroupMember" WHERE "userId" = ${userId}::uuid)`,
  list: listPhotos,
  changes: [
    handler({
      name: 'setPhoto',
      args: setPhotoSchema,
      about: aboutPhoto,
      run: (tx, user, args, now) => setPhoto(tx, user.id, args, now),
    }),
    handler({
      name: 'deletePhoto',
      args: deletePhotoSchema,
      about: ({ id }) => [id],
      run: (tx, user, args, now) => deletePhoto(tx, user.id, args, now),
    }),
  ],
})
