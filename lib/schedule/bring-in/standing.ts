import { nameKey } from '@/lib/program/names/name-key'
import type { Program } from '@/lib/program/program'

export type Standing = { sessions: number; rooms: number; speakers: number; days: number }

/**
 * How much of a program takes place: its sessions that are not cancelled, with the rooms, speakers and days that they
 * name.
 */
export function countStanding({ sessions, rooms }: Program): Standing {
  const standing = sessions.filter(({ cancelled }) => !cancelled)
  const roomNames = new Map(rooms.map(({ key, name }) => [key, nameKey(name)]))
  return {
    sessions: standing.length,
    rooms: new Set(standing.flatMap(({ roomKeys }) => roomKeys.map((key) => roomNames.get(key)))).size,
    speakers: new Set(standing.flatMap(({ speakerKeys }) => speakerKeys)).size,
    days: new Set(standing.map(({ dayOn }) => dayOn)).size,
  }
}
