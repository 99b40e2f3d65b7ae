import type { FeedSubject } from '@/lib/feeds/secret/subject'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda } from '@/lib/program/agenda'
import { isOfPart, listOf, partKinds, type PartKind } from '@/lib/program/parts'

/** Something of which there can be an address, by the name that it has; empty for what has none of its own. */
export type Offer = { subject: FeedSubject; subjectId: string | null; name: string }

type Named = { id: string; name: string }
type Part = Named & { company?: string }

/** What of mine can have an address: my plan, and each of my groups. */
export function planOffers(groups: readonly Named[]): Offer[] {
  const ofGroups = groups.map(({ id, name }): Offer => ({ subject: 'group', subjectId: id, name }))
  return [{ subject: 'plan', subjectId: null, name: '' }, ...ofGroups]
}

/** What of a private conference can have one: all of it, and each part with a session. */
export function conferenceOffers({ sessions, ...agenda }: Agenda): Offer[] {
  const offersOf = (kind: PartKind): Offer[] => {
    const parts: readonly Part[] = agenda[listOf[kind]]
    return parts
      .filter(({ id }) => sessions.some((session) => isOfPart(session, kind, id)))
      .map((part) => ({ subject: kind, subjectId: part.id, name: nameAmong(parts, part) }))
  }
  return [{ subject: 'conference', subjectId: null, name: '' }, ...partKinds.flatMap(offersOf)]
}

/** Two people may have one name: then the company says who is meant, as wherever a speaker is shown. */
function nameAmong(parts: readonly Part[], { id, name, company }: Part): string {
  const isShared = parts.some((other) => other.id !== id && other.name === name)
  return isShared && company ? `${isolated(name)} (${isolated(company)})` : name
}

/** How an offer is written behind the "#" of the page, and in its list of choices. */
export function offerKey({ subject, subjectId }: Pick<Offer, 'subject' | 'subjectId'>): string {
  return subjectId === null ? subject : `${subject}-${subjectId}`
}
