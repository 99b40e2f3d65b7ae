import Papa from 'papaparse'
import { zonedInstant } from '@/lib/platform/time'
import { coarse, type Coarse } from './coarse'

/** One session as it turned out, for organizers. */
export type SessionOutcome = {
  id: string
  slug: string
  title: string
  language: string | null
  startAt: Date
  endAt: Date | null
  /** Names, the first one first. */ rooms: readonly string[]
  /** Its own, else its rooms' together; null: not known. */ capacity: number | null
  /** Who had it as their first choice. */ picks: Coarse
  /** The most that were counted in at once; null: nobody counted. */ peak: number | null
  /** Who said that they could not get in; null: nobody. */ turnedAway: Coarse | null
}

export type Counts = { picks: number; peak: number | null; turnedAway: number }

/** Says counts of people so that nobody can be told from them. What was counted at a door names nobody. */
export function told({ picks, peak, turnedAway }: Counts): Pick<SessionOutcome, 'picks' | 'peak' | 'turnedAway'> {
  return { picks: coarse(picks), peak, turnedAway: turnedAway === 0 ? null : coarse(turnedAway) }
}

/** Those that most came to first, by what was counted, else by picks; then by time. */
export function byCrowd(outcomes: readonly SessionOutcome[]): SessionOutcome[] {
  const size = ({ peak, picks }: SessionOutcome) => peak ?? (picks === 'few' ? 0 : picks)
  return [...outcomes].sort((a, b) => size(b) - size(a) || a.startAt.getTime() - b.startAt.getTime())
}

type Words = Record<'title' | 'start' | 'end' | 'room' | 'capacity' | 'picks' | 'peak' | 'turnedAway' | 'few', string>

/**
 * Sessions as a table (RFC 4180), in the conference's wall time. It begins with the mark by which spreadsheets know
 * UTF-8, and no cell of it is a formula to them.
 */
export function writeOutcomes(outcomes: readonly SessionOutcome[], timeZone: string, words: Words): string {
  const count = (value: Coarse | null) => (value === 'few' ? words.few : value)
  const time = (at: Date | null) => at && zonedInstant(at, timeZone).slice(0, 16).replace('T', ' ')
  const { title, start, end, room, capacity, picks, peak, turnedAway } = words
  const data = outcomes.map((one) => [
    ...[one.title, time(one.startAt), time(one.endAt), one.rooms.join('; '), one.capacity],
    ...[count(one.picks), one.peak, count(one.turnedAway)],
  ])
  const fields = [title, start, end, room, capacity, picks, peak, turnedAway]
  return `\ufeff${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
