import type { Prisma } from '@/generated/prisma/client'
import type { FieldValue } from '@/lib/program/snapshot'
import type { MergedKind } from './kinds'

/** What sessions show of parts of a kind, as the history of changes keeps it. */
export async function listShown(
  tx: Prisma.TransactionClient,
  kind: MergedKind,
  ids: readonly string[],
): Promise<Map<string, FieldValue>> {
  const rows = await tx.session.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      track: { select: { name: true } },
      rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } },
      speakers: { select: { speaker: { select: { name: true, company: true } } }, orderBy: { position: 'asc' } },
    },
  })
  return new Map(
    rows.map(({ id, track, rooms, speakers }): [string, FieldValue] => [
      id,
      kind === 'track'
        ? (track?.name ?? null)
        : kind === 'room'
          ? rooms.map(({ room }) => room.name)
          : speakers.map(({ speaker }) => speaker),
    ]),
  )
}
