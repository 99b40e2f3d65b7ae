import { placeNotes } from '@/lib/notes/place-notes'
import { dayField } from '@/lib/platform/fields'
import { dateOn } from '@/lib/platform/time'
import type { Material } from './material'

/** All days that a recap can be of, in order: those of the conference, and others on which something was noted. */
export function recapDays({ agenda, notes }: Pick<Material, 'agenda' | 'notes'>): string[] {
  const sessions = new Map(agenda.sessions.map((session) => [session.id, session]))
  const noted = placeNotes(notes, sessions, agenda.conference.timeZone).map(({ day }) => day)
  return [...new Set([...agenda.days, ...noted])].sort()
}

/**
 * The days that a new recap can be of, and the one that is meant: the one asked for, else the last that has begun.
 * @param asked as an address said it; null: no day
 */
export function daysToTell(
  material: Pick<Material, 'agenda' | 'notes'>,
  asked: string | null,
  now: Date,
): { days: string[]; day: string | null } {
  const known = recapDays(material)
  const days = asked !== null && dayField().safeParse(asked).success ? [...new Set([...known, asked])].sort() : known
  const today = dateOn(now, material.agenda.conference.timeZone)
  const meant = asked !== null && days.includes(asked) ? asked : known.findLast((day) => day <= today)
  return { days, day: meant ?? known[0] ?? null }
}
