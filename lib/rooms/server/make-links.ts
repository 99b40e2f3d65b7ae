import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken, makeToken } from '@/lib/platform/ids'

type Transaction = Prisma.TransactionClient

/** A secret address that was just made, for a door. */
export type MadeLink = { id: string; secret: string; /** Its name. */ room: string }

type Kind = {
  /** Said where there are too many. */ what: string
  /** For which rooms, in which order. */ rooms: (tx: Transaction) => Promise<{ id: string; name: string }[]>
  /** How many work by now, and how many may. */ working: (tx: Transaction) => Promise<number>
  most: number
  insert: (tx: Transaction, rows: { id: string; roomId: string; tokenHash: string }[]) => Promise<unknown>
}

/**
 * Makes a secret address for each of some rooms. The secrets are returned this once; only their hashes are kept. Two
 * who ask at once make one for each room between them.
 * @returns by the rooms' order
 * @throws {AppError} TOO_LARGE where there would be more than there may: then none is made
 */
export function makeLinks(
  db: Database,
  conferenceId: string,
  { what, rooms, working, most, insert }: Kind,
): Promise<MadeLink[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Conference" WHERE "id" = ${conferenceId}::uuid FOR NO KEY UPDATE`
    const those = await rooms(tx)
    if ((await working(tx)) + those.length > most) throw new AppError('TOO_LARGE', what)
    const made = those.map((room) => ({ id: randomUUID(), secret: makeToken(), room }))
    await insert(
      tx,
      made.map(({ id, secret, room }) => ({ id, roomId: room.id, tokenHash: hashToken(secret) })),
    )
    return made.map(({ id, secret, room }) => ({ id, secret, room: room.name }))
  })
}
