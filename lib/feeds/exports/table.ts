import Papa from 'papaparse'
import { zonedInstant } from '@/lib/platform/time'
import { fileLine, fileText, webUri } from './clean'
import type { ExportedProgramme, ExportedSession } from './programme'

type Context = { timeZone: string; /** Of which sessions' own capacities are told. */ bookedRooms: ReadonlySet<string> }
type Column = (session: ExportedSession, context: Context) => string | number | null

const columns: Record<string, Column> = {
  ID: ({ id }) => id,
  Title: ({ title }) => fileLine(title),
  Day: ({ dayOn }) => dayOn,
  Start: ({ startAt }, { timeZone }) => wallTime(startAt, timeZone),
  End: ({ endAt }, { timeZone }) => wallTime(endAt, timeZone),
  Room: ({ rooms }) => listOf(rooms.map(({ name }) => name)),
  Track: ({ track }) => fileLine(track?.name ?? ''),
  Kind: ({ kind }) => kind,
  'Co-located event': ({ colocated }) => fileLine(colocated ?? ''),
  Speakers: ({ speakers }) => listOf(speakers.map(({ name }) => name)),
  // In the order of the speakers.
  Company: ({ speakers }) => (speakers.some(({ company }) => company) ? listOf(speakers.map(companyOf)) : null),
  Description: ({ description }) => fileText(description ?? ''),
  Language: ({ language }) => language,
  URL: ({ url }) => webUri(url),
  Capacity: capacityOf,
  Status: ({ status }) => status,
  Level: ({ level }) => fileLine(level ?? ''),
  'Sold out': ({ flags }) => (flags.includes('sold-out') ? 'yes' : null),
  'Separate registration': ({ flags }) => (flags.includes('separate-registration') ? 'yes' : null),
  Slides: ({ slidesUrl }) => webUri(slidesUrl),
  Replay: ({ replayUrl }) => webUri(replayUrl),
}

/**
 * A programme as a table (RFC 4180): a row for each session, those without a time too, in the conference's wall time.
 * It begins with the mark by which spreadsheets know UTF-8, and no cell of it is a formula to them.
 */
export function writeTable({ conference, sessions }: ExportedProgramme): string {
  const fields = Object.keys(columns)
  const booked = sessions.filter(({ capacity }) => capacity !== null).flatMap(({ rooms }) => rooms.map(({ id }) => id))
  const context = { timeZone: conference.timeZone, bookedRooms: new Set(booked) }
  const data = sessions.map((session) => Object.values(columns).map((column) => column(session, context)))
  return `\ufeff${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}

function wallTime(instant: Date | null, timeZone: string): string | null {
  return instant && zonedInstant(instant, timeZone).slice(0, 16).replace('T', ' ')
}

/** Of the session; else of its room, where none of the room's sessions has one of its own. */
function capacityOf({ capacity, rooms }: ExportedSession, { bookedRooms }: Context): number | null {
  const [room, ...others] = rooms
  return capacity ?? (room && others.length === 0 && !bookedRooms.has(room.id) ? room.capacity : null)
}

function companyOf({ company }: ExportedSession['speakers'][number]): string {
  return company ?? ''
}

/** A name that holds the separator would be two. */
function listOf(names: string[]): string {
  return names.map((name) => fileLine(name).replace(/\s*;\s*/g, ', ')).join('; ')
}
