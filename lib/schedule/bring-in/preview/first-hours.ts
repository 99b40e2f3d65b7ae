import { sayClock } from '@/lib/i18n/dates'
import type { Program, ProgramSession } from '@/lib/program/program'

/** How a day of a programme begins. */
export type FirstHours = {
  dayOn: string
  /** How many sessions it has that are not cancelled. */
  count: number
  /** By start, the same in several rooms once; its first talk is among them. */
  sessions: { title: string; startAt: string; endAt: string | null; rooms: string[] }[]
  /** It begins at an hour at which hardly any conference does: its zone may be wrong. */
  isOdd: boolean
}

const SHOWN = 4
const MOST_DAYS = 14
const [EARLIEST, LATEST] = ['06:30', '18:00']

/**
 * The first sessions of each day with a time, as clocks in the zone would show them: whoever was there, or has a
 * printed programme, sees in a glance whether the zone is right. Of very many days the first ones.
 */
export function firstHoursOf({ sessions, rooms }: Program, timeZone: string): FirstHours[] {
  const roomNames = new Map(rooms.map(({ key, name }) => [key, name]))
  const timed = sessions.flatMap(({ startAt, ...session }) =>
    startAt && !session.cancelled ? [{ ...session, startAt }] : [],
  )
  const days = [...new Set(timed.map(({ dayOn }) => dayOn))].sort().slice(0, MOST_DAYS)
  return days.map((dayOn) => {
    const ofDay = timed
      .filter((session) => session.dayOn === dayOn)
      .sort((a, b) => (a.startAt < b.startAt ? -1 : a.startAt > b.startAt ? 1 : 0))
    const first = firstOf(ofDay).map(({ title, startAt, endAt, roomKeys }) => ({
      title,
      startAt,
      endAt,
      rooms: roomKeys.flatMap((key) => roomNames.get(key) ?? []),
    }))
    const begins = first[0] ? sayClock(new Date(first[0].startAt), timeZone) : EARLIEST
    return { dayOn, count: ofDay.length, sessions: first, isOdd: begins < EARLIEST || begins >= LATEST }
  })
}

type Timed = ProgramSession & { startAt: string }

/** What the doors open with tells little of a programme: one that begins with many services shows a talk, too. */
function firstOf(ofDay: readonly Timed[]): Timed[] {
  const once = new Map<string, Timed>()
  for (const session of ofDay) {
    const key = `${session.startAt} ${session.title}`
    const known = once.get(key)
    once.set(key, known ? { ...known, roomKeys: [...new Set([...known.roomKeys, ...session.roomKeys])] } : session)
  }
  const all = [...once.values()]
  const shown = all.slice(0, SHOWN)
  const talk = all.find(({ kind }) => kind !== 'service' && kind !== 'break')
  return talk === undefined || shown.includes(talk) ? shown : [...shown.slice(0, SHOWN - 1), talk]
}
