import type { Group, Member } from '@/lib/planning/together'
import { listGroups } from '@/lib/planning/server/groups'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import type { CalendarWords } from '../calendar-words'
import type { WantedEntry } from '../feed-revisions'
import type { PlanPlace } from '../plan-entries'
import { listCalendarSessions, type CalendarSession } from '../queries'
import { sessionEntry } from '../session-entry'

/** So many are named before a title; the description names all. */
const MOST_NAMES = 3

/**
 * Who of a group goes where, as its screen tells this member: what at least one picked, and what nobody does but
 * somebody would; null when they are not in it.
 */
export async function groupEntries(
  db: Database,
  { userId, conferenceId, groupId }: { userId: string; conferenceId: string; groupId: string },
  place: PlanPlace,
): Promise<{ name: string; entries: WantedEntry[] } | null> {
  const { groups } = await listGroups(db, userId, conferenceId)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return null
  const picked = new Set(group.members.flatMap(({ first, planB }) => [...first, ...planB]))
  const sessions = (await listCalendarSessions(db, conferenceId)).filter(({ id }) => picked.has(id))
  return { name: group.name, entries: sessions.map((session) => groupEntry(session, group, place)) }
}

function groupEntry(session: CalendarSession, { members }: Group, place: PlanPlace): WantedEntry {
  const { words } = place
  const entry = sessionEntry(session, place)
  const name = settleBidi(session.title)
  if (entry.status === 'cancelled') return { ...entry, name }
  const names = (some: Member[]) => some.map((member) => nameOf(member, members, words))
  const going = names(members.filter(({ first }) => first.includes(session.id)))
  const couldGo = names(members.filter(({ planB }) => planB.includes(session.id)))
  const [title, line] =
    going.length > 0
      ? [words('groupTitle', { names: fewOf(going, words), title: isolated(entry.title) }), 'groupGoing' as const]
      : [words('groupNobodyTitle', { title: isolated(entry.title) }), 'groupNobody' as const]
  const said = words(line, { names: (going.length > 0 ? going : couldGo).join(', ') })
  return {
    ...entry,
    name,
    title,
    status: going.length > 0 ? entry.status : 'tentative',
    description: `${said}\n\n${entry.description}`,
  }
}

function nameOf(member: Member, members: Member[], words: CalendarWords): string {
  if (member.isMe) return words('me')
  return member.name === null ? words('unnamed', { number: members.indexOf(member) + 1 }) : isolated(member.name)
}

function fewOf(names: string[], words: CalendarWords): string {
  const [few, more] = [names.slice(0, MOST_NAMES).join(', '), names.length - MOST_NAMES]
  return more > 0 ? words('groupMore', { names: few, more }) : few
}
