import { instantOf, timeOf } from '@/lib/platform/time'
import type { Answers, OpenQuestion } from '../reading/questions'

type Given = {
  sessions: readonly { title: string; start: string | null }[]
  /** As the export lists them. */
  days: readonly unknown[]
  timeZone: string
  /** Is the zone the export's own? */
  isNamed: boolean
}

/**
 * Exports of one time wrote the clocks of the conference with a Z, as if they were UTC; later ones write the offset.
 * Where a Z makes a difference it is asked what it means. Days that begin at midnight with a Z tell that clocks are
 * written like that; days at midnight of the zone, that a Z is a Z.
 * @returns null when no time leaves it open
 */
export function hoursQuestion(
  { sessions, days, timeZone, isNamed }: Given,
  answer: Answers['z-means-local'],
): (OpenQuestion & { id: 'z-means-local' }) | null {
  const [first] = sessions
    .flatMap(({ title, start }) => (start !== null && writtenAsUtc.test(start) ? [{ title, start }] : []))
    .sort((a, b) => (a.start < b.start ? -1 : 1))
  const [local, utc] = first ? [instantOf(first.start, timeZone), new Date(first.start)] : []
  if (!first || !local || !utc || Number.isNaN(utc.getTime()) || local.getTime() === utc.getTime()) return null
  const { guess, why } = guessOf(days, timeZone)
  return {
    id: 'z-means-local',
    guess,
    answer: answer ?? null,
    why,
    isPlain: isNamed && why !== 'no-sign',
    example: first.title,
    choices: [
      { choice: 'local', becomes: timeOf(local, timeZone) },
      { choice: 'utc', becomes: timeOf(utc, timeZone) },
    ],
  }
}

const writtenAsUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/
const midnightAsUtc = /^\d{4}-\d{2}-\d{2}T00:00(?::00(?:\.0+)?)?Z$/

function guessOf(
  days: readonly unknown[],
  timeZone: string,
): Pick<OpenQuestion & { id: 'z-means-local' }, 'guess' | 'why'> {
  const all = (isSo: (day: string) => boolean) =>
    days.length > 0 && days.every((day) => typeof day === 'string' && isSo(day))
  if (all((day) => midnightAsUtc.test(day))) return { guess: 'local', why: 'days-at-midnight' }
  const isMidnight = (day: string) => writtenAsUtc.test(day) && timeOf(new Date(day), timeZone) === '00:00'
  return all(isMidnight) ? { guess: 'utc', why: 'days-in-utc' } : { guess: 'local', why: 'no-sign' }
}
