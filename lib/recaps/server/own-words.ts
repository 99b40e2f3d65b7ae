import type { Prisma } from '@/generated/prisma/client'

/** Notes in which nobody else can have written: what was ever a group's holds words of others. */
export const ownWords = { together: false } satisfies Prisma.NoteWhereInput

/**
 * A condition for photos: those that a person may show as their own. Neither deleted ones nor those of a deleted note
 * are among them, nor photos in a group's note: when a member leaves, theirs pass to another member, so it is not known
 * who took them.
 */
export function ownPhotos(userId: string) {
  return {
    userId,
    deletedAt: null,
    OR: [{ noteId: null }, { note: { ...ownWords, deletedAt: null } }],
  } satisfies Prisma.PhotoWhereInput
}
