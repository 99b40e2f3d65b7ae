import type { PartKind } from '@/lib/program/parts'
import { conferenceCalendar, partCalendarAt } from '../conference-calendar'
import { documentFields, type DocumentContext, type GivenFeed } from '../document'
import { findPartById } from '../queries'

/**
 * The calendar of a conference, or of a part of it, as its public one would be, but that it says nowhere where it is.
 * What was merged is what it became.
 */
export async function sharedCalendar(
  context: Omit<DocumentContext, 'params' | 'conference'>,
  conferenceId: string,
  part: { kind: PartKind; id: string } | null,
): Promise<GivenFeed | null> {
  const { db } = context
  const conference = await db.conference.findUnique({ where: { id: conferenceId }, select: documentFields })
  if (!conference) return null
  const secret = { ...context, conference, params: {}, isSecret: true }
  const found = part && (await findPartById(db, conference.id, part))
  if (part && !found) return null
  const calendar = found ? await partCalendarAt(secret, found) : await conferenceCalendar(secret)
  return calendar && { body: calendar.text, version: conference.version, lastModified: calendar.changedAt }
}
