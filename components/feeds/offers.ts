import type { FeedSubject } from '@/lib/feeds/secret/subject'
import type { Agenda } from '@/lib/program/agenda'
import { isOfPart, listOf, partKinds, type PartKind } from '@/lib/program/parts'

/** Something of which there can be an address, by the name that it has; empty for what has none of its own. */
export type Offer = { subject: FeedSubject; subjectId: string | null; name: string }

type Named = { id: string; name: string }

/** What of mine can have an address: my plan, and each of my groups. */
export function planOffers(groups: readonly Named[]): Offer[] {
  const ofGroups = groups.map(({ id, name }): Offer => ({ subject: 'group', subjectId: id, name }))
  return [{ subject: 'plan', subjectId: null, name: '' }, ...ofGroups]
}

/** What of a private conference can have one: all of it, and each part with a session. */
export function conferenceOffers({ sessions, ...agenda }: Agenda): Offer[] {
  const offersOf = (kind: PartKind): Offer[] =>
    agenda[listOf[kind]]
      .filter(({ id }) => sessions.some((session) => isOfPart(session, kind, id)))
      .map(({ id, name }) => ({ subject: kind, subjectId: id, name }))
  return [{ subject: 'conference', subjectId: null, name: '' }, ...partKinds.flatMap(offersOf)]
}

/** How an offer is written behind the "#" of the page, and in its list of choices. */
export function offerKey({ subject, subjectId }: Pick<Offer, 'subject' | 'subjectId'>): string {
  return subjectId === null ? subject : `${subject}-${subjectId}`
}
