import { byAttendees } from './attendee-voices'
import { levelSchema, type Level, type Occupancy, type Reading } from './schema'

/** From empty to none let in. */
const EMPTIEST_FIRST: readonly Level[] = ['open', 'filling', 'nearlyFull', 'full', 'closed']
/** One may err, or be at another door. */
const LEAST_VOICES = 2
const APART = 2

/** What the door says, and what people there say since. */
export type Contradiction = { counted: Level; said: Level; voices: number }

/**
 * What attendees said after a steward's last word, where that is quite another: somebody has to look. Null: they agree,
 * or nearly, or it is one alone, or nobody counts there.
 * @param readings of the room's session
 */
export function contradictionOf(door: Occupancy, readings: readonly Reading[], now: Date): Contradiction | null {
  const { at } = door
  if (door.origin !== 'door' || !at) return null
  const since = readings.filter((reading) => reading.voice.kind === 'attendee' && reading.at >= at)
  const [counted, said] = [levelSchema.safeParse(door.state).data, byAttendees(since, null, now)]
  const theirs = levelSchema.safeParse(said?.state).data
  if (!counted || !said || !theirs || said.voices < LEAST_VOICES) return null
  const apart = Math.abs(EMPTIEST_FIRST.indexOf(counted) - EMPTIEST_FIRST.indexOf(theirs))
  return apart >= APART ? { counted, said: theirs, voices: said.voices } : null
}
