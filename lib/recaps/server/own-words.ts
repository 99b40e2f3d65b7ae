import type { Prisma } from '@/generated/prisma/client'

/** Notes in which nobody else can have written: what was ever a group's holds words of others. */
export const ownWords = { together: false } satisfies Prisma.NoteWhereInput

/**
 * Photos that a person may show as their own. Of a note written together it is not known who took them: those of a
 * member who left belong to another one since.
 */
export function ownPhotos(userId: string) {
  return { userId, deletedAt: null, OR: [{ noteId: null }, { note: ownWords }] } satisfies Prisma.PhotoWhereInput
}
