import type { CalendarEvent } from '../ics/event'
import { addEvents } from '../ics/sessions'
import type { ParseOptions } from '../reading/adapter'
import { colocatedName } from '../reading/colocated-name'
import { knownPeople, splitTitle } from '../reading/people-in-title'
import type { ProgramDraft } from '../reading/program-draft'
import { readableNames } from '../reading/readable-name'
import { sessionKind } from '../reading/session-kind'
import { titleFlags } from '../reading/title-flags'
import { venueSuffix } from '../reading/venue-suffix'

/**
 * Adds one sched site's events to a program. What a property means is decided over all events: which end of LOCATION is
 * the venue, which names in SUMMARY are people, how a shouted category is spelt. A site of co-located events (its key
 * says so) has their names as CATEGORIES; any other has its tracks there, and each container is a co-located event of
 * its own.
 * @returns for each SUMMARY its title, without the people and what is said of seats and passes
 */
export function addSite(
  draft: ProgramDraft,
  siteKey: string | null,
  events: CalendarEvent[],
  options: ParseOptions,
): Map<string, string> {
  const flagged = new Map(events.map(({ summary }) => [summary, titleFlags(summary)]))
  const summaries = [...flagged.values()].map(({ title }) => title)
  const known = knownPeople(
    summaries,
    events.flatMap((event) => placeNames(event.place)),
  )
  const readable = readableNames(summaries)
  const isColocatedSite = /colocated/i.test(siteKey ?? '')
  const suffix = venueSuffix(events.map((event) => event.place))

  return addEvents(draft, events, { ...options, suffix }, ({ summary, categories, url }) => {
    const { title: unflagged, flags } = flagged.get(summary) ?? { title: summary, flags: [] }
    const { title, people } = splitTitle(unflagged, known)
    const written = categories.join(', ') || null
    const kind = sessionKind({ title, category: isColocatedSite ? null : written, hasSpeakers: people.length > 0 })
    const category = written && readable(written)
    return {
      title,
      kind,
      track: isColocatedSite ? null : category,
      colocated: isColocatedSite ? category : kind === 'container' ? colocatedName(title) : null,
      speakers: people,
      url,
      flags,
    }
  })
}

/** Every leading part of a place: "San Juan" and "San Juan, Puerto Rico". */
function placeNames(place: string): string[] {
  const parts = place.split(', ')
  return parts.map((_, index) => parts.slice(0, index + 1).join(', '))
}
