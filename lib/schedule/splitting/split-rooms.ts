import type { Database } from '@/lib/platform/db'
import { nameKey } from '@/lib/program/names/name-key'
import type { Program } from '@/lib/program/program'

/** A program in which names that mean several rooms, as organizers said, are those. */
export async function inSplitRooms(db: Database, conferenceId: string | null, program: Program): Promise<Program> {
  if (conferenceId === null) return program
  const splits = await db.roomSplit.findMany({
    where: { conferenceId, into: { isEmpty: false } },
    select: { key: true, into: true },
  })
  return splitRooms(program, new Map(splits.map(({ key, into }) => [key, into])))
}

/** @param splits the rooms, by name, that a name means, by its `nameKey` */
function splitRooms(program: Program, splits: ReadonlyMap<string, readonly string[]>): Program {
  const split = program.rooms.filter(({ name }) => splits.has(nameKey(name)))
  if (split.length === 0) return program
  const rooms = program.rooms.filter((room) => !split.includes(room))
  const keyOf = new Map(rooms.map(({ key, name }) => [nameKey(name), key]))
  const taken = new Set(program.rooms.map(({ key }) => key))
  const keysOf = new Map<string, string[]>()
  for (const { key, name, floor } of split) {
    const keys = (splits.get(nameKey(name)) ?? []).map((one) => {
      const known = keyOf.get(nameKey(one))
      if (known !== undefined) return known
      const fresh = freshKey(one, taken)
      keyOf.set(nameKey(one), fresh)
      // How many are in both is not how many are in each.
      rooms.push({ key: fresh, name: one, floor, capacity: null, capacityKind: 'seats' })
      return fresh
    })
    keysOf.set(key, keys)
  }
  const sessions = program.sessions.map((session) => {
    const roomKeys = [...new Set(session.roomKeys.flatMap((key) => keysOf.get(key) ?? [key]))]
    return roomKeys.length === session.roomKeys.length && roomKeys.every((key, nth) => key === session.roomKeys[nth])
      ? session
      : { ...session, roomKeys }
  })
  return { ...program, rooms, sessions }
}

function freshKey(name: string, taken: Set<string>): string {
  let key = name
  while (taken.has(key)) key += ' +'
  taken.add(key)
  return key
}
