import type { PrismaClient } from '@/generated/prisma/client'
import type { MergedKind } from '@/lib/schedule/merging/kinds'

/** The room, track or speaker of a conference that is called so; a speaker, of this company. @throws when none is */
export async function partId(
  db: PrismaClient,
  conferenceId: string,
  kind: MergedKind,
  name: string,
  company?: string,
): Promise<string> {
  const asked = { where: { conferenceId, name }, orderBy: { id: 'asc' }, select: { id: true } } as const
  if (kind === 'room') return (await db.room.findFirstOrThrow(asked)).id
  if (kind === 'track') return (await db.track.findFirstOrThrow(asked)).id
  return (await db.speaker.findFirstOrThrow({ ...asked, where: { ...asked.where, company } })).id
}
