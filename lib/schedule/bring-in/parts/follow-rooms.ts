import type { Prisma } from '@/generated/prisma/client'
import { nameKey } from '@/lib/program/names/name-key'
import { isSameValue } from '@/lib/program/snapshot'
import type { Program } from '@/lib/program/program'
import { override } from '../../edit/override'
import { partFields, saidOfRoomSchema, type SaidOfRoom } from '../../overrides/part-fields'
import { roomAfter, roomCompleted } from '../../overrides/room-after'

type Tx = Prisma.TransactionClient
/** Which source says something, and when it came in. */
export type SayingSource = { sourceId: string; now: Date }

const select = {
  id: true,
  name: true,
  floor: true,
  capacity: true,
  capacityKind: true,
  sourceId: true,
  imported: true,
  aliases: { where: { mergeId: { not: null } }, select: { key: true } },
  overrides: { where: { givenBackIn: null }, select: { field: true } },
} as const satisfies Prisma.RoomSelect
type Row = Prisma.RoomGetPayload<{ select: typeof select }>

/**
 * Has rooms be what their source says of them, but for what an organizer decided. The first source that names a room
 * speaks for it: two would write over each other for ever, so that another only completes it, and so does whatever is
 * said under the name of a room that was merged into it.
 * @returns whether anything that people see is another
 */
export async function followRooms(
  tx: Tx,
  saying: SayingSource,
  rooms: Program['rooms'],
  idOf: (name: string) => string | undefined,
): Promise<boolean> {
  const saidOf = new Map<string, SaidOfRoom[]>()
  for (const room of rooms) {
    const id = idOf(room.name)
    if (id) saidOf.set(id, [...(saidOf.get(id) ?? []), saidOfRoomSchema.parse(room)])
  }
  const seen: boolean[] = []
  for (const row of await tx.room.findMany({ where: { id: { in: [...saidOf.keys()] } }, select }))
    seen.push(await followRoom(tx, saying, row, saidOf.get(row.id) ?? []))
  return seen.includes(true)
}

async function followRoom(tx: Tx, { sourceId, now }: SayingSource, row: Row, names: SaidOfRoom[]): Promise<boolean> {
  const merged = new Set(row.aliases.map(({ key }) => key))
  const decided = new Set<string>(row.overrides.map(({ field }) => field))
  const before = saidOfRoomSchema.nullable().parse(row.imported)
  const speaks = row.sourceId === null || row.sourceId === sourceId
  const own = speaks ? names.find(({ name }) => !merged.has(nameKey(name))) : undefined
  const after = own ? roomAfter({ shown: shownOf(row), said: before, decided }, own) : null
  for (const field of after?.own ?? []) {
    decided.add(field)
    await override(tx, { roomId: row.id }, field, row[field], { userId: null, now })
  }
  const shown = names
    .filter((said) => said !== own)
    .reduce((known, said) => roomCompleted({ shown: known, decided }, said), after?.shown ?? shownOf(row))
  const isSeen = !areSame(shown, shownOf(row))
  const isSaid = after !== null && (before === null || row.sourceId === null || !areSame(before, after.said))
  const said = isSaid ? { sourceId, imported: after.said } : {}
  if (isSeen || isSaid) await tx.room.update({ where: { id: row.id }, data: { ...shown, ...said } })
  return isSeen
}

function shownOf({ name, floor, capacity, capacityKind }: Row): SaidOfRoom {
  return { name, floor, capacity, capacityKind }
}

function areSame(a: SaidOfRoom, b: SaidOfRoom): boolean {
  return partFields.room.every((field) => isSameValue(a[field], b[field]))
}
