import type { Database } from '@/lib/platform/db'
import type { WantedEntry } from '../feed-revisions'
import { planEntries, type PlanPlace } from '../plan-entries'
import { groupEntries } from './group-entries'

type Of = {
  user: { id: string }
  conference: { id: string; name: string }
  subjectId: string | null
}

/** What is in a personal feed, and what it is of; null: nothing that its owner may see. */
type Content = { name: string; entries: WantedEntry[] } | null
type Read = (db: Database, feed: Of, place: PlanPlace) => Promise<Content>

const readPlan: Read = async (db, { user, conference }, place) => ({
  name: conference.name,
  entries: await planEntries(db, { userId: user.id, conferenceId: conference.id }, place),
})

const readGroup: Read = (db, { user, conference, subjectId }, place) =>
  groupEntries(db, { userId: user.id, conferenceId: conference.id, groupId: subjectId ?? '' }, place)

/** The two feeds that remember what they gave, because nobody else reads there: what is in each, and its words. */
export const ownKinds = {
  plan: {
    read: readPlan,
    page: 'plan',
    name: 'planName',
    description: 'planDescription',
    gone: 'droppedTitle',
    nothing: 'nothingPicked',
    busy: true,
  },
  // Where others go makes nobody busy.
  group: {
    read: readGroup,
    page: 'together',
    name: 'groupName',
    description: 'groupDescription',
    gone: 'groupDroppedTitle',
    nothing: 'nothingInGroup',
    busy: false,
  },
} as const
