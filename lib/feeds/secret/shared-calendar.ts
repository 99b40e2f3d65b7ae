import type { PartKind } from '@/lib/program/parts'
import { conferenceCalendar, partCalendarAt } from '../conference-calendar'
import type { DocumentContext, GivenFeed } from '../document'
import { findPartById } from '../queries'

/**
 * The calendar of a conference, or of a part of it, as its public one would be, but that it says nowhere where it is.
 * What was merged is what it became.
 */
export async function sharedCalendar(
  context: Omit<DocumentContext, 'params'>,
  part: { kind: PartKind; id: string } | null,
): Promise<GivenFeed | null> {
  const { db, conference } = context
  const secret = { ...context, params: {}, isSecret: true }
  const found = part && (await findPartById(db, conference.id, part))
  if (part && !found) return null
  const calendar = found ? await partCalendarAt(secret, found) : await conferenceCalendar(secret)
  return calendar && { body: calendar.text, version: conference.version, lastModified: calendar.changedAt }
}
